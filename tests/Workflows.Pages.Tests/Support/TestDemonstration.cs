using Workflows.Web.Pages;
using Workflows.Web.Tests.Support;

namespace Workflows.Pages.Tests.Support;

/// <summary>A demonstration over the test's own clock and mail.</summary>
internal sealed class TestDemonstration(KeptMail mail, Func<DateTimeOffset, Task> move, Func<Task<DateTimeOffset?>> next) : IDemonstration
{
    public Task<IReadOnlyList<DemonstrationLetter>> LettersAsync(int most, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<DemonstrationLetter>>([.. mail.Sent.Select((letter, index) => new DemonstrationLetter(
            index + 1, letter.To, letter.Subject, letter.Text, new DateTimeOffset(2026, 5, 5, 9, 0, 0, TimeSpan.Zero), letter.Review.Value, letter.Kind)).Reverse().Take(most)]);

    public Task<DateTimeOffset?> NextEventAsync(CancellationToken stop) => next();

    public async Task<bool> MoveAsync(DateTimeOffset to, CancellationToken stop)
    {
        await move(to);
        return true;
    }
}
