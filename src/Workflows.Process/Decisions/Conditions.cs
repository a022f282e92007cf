using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Judges conditions. What is not known holds nowhere.</summary>
internal static class Conditions
{
    public static bool Hold(Condition? condition, ReviewState state) => condition switch
    {
        null => true,
        AllOf all => all.Parts.All(part => Hold(part, state)),
        AnyOf any => any.Parts.Any(part => Hold(part, state)),
        NotThat not => !Hold(not.Part, state),
        IsOneOf one => Value(one.Subject, state) is { } value && one.Values.Contains(value),
        IsBetween between => DateOnly.TryParseExact(Value(between.Subject, state), "yyyy-MM-dd", out var date)
            && !(date < between.From) && !(date > between.To),
        _ => throw new InvalidOperationException($"No judgement for {condition.GetType().Name}."),
    };

    private static string? Value(Subject subject, ReviewState state) => subject.Kind switch
    {
        SubjectKind.Fact => state.Facts.GetValueOrDefault(subject.Name),
        SubjectKind.Setting => state.Settings.GetValueOrDefault(subject.Name),
        SubjectKind.Outcome => state.Items.GetValueOrDefault(subject.Name)?.Outcome,
        _ => state.Items.GetValueOrDefault(subject.Name)?.Status switch
        {
            ItemStatus.Open => "open",
            ItemStatus.Done => "done",
            ItemStatus.Skipped => "skipped",
            ItemStatus.Lapsed => "lapsed",
            _ => null,
        },
    };
}
