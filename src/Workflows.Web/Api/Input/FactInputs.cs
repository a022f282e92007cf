using System.Text.Json;
using Workflows.Process.Decisions;

namespace Workflows.Web.Api.Input;

/// <summary>Reads answers from JSON: text, number, true or false, or a list of texts. Null is no answer.</summary>
internal static class FactInputs
{
    /// <summary>What is said of text that is no valid Unicode.</summary>
    public const string Broken = "Leave out broken characters.";

    private const int MostAnswers = 500;

    /// <summary>Reads an answer; null where there is none or where it is wrong, which is then among the errors.</summary>
    public static FactInput? Read(JsonElement value, string field, Dictionary<string, string> errors)
    {
        try
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Null:
                    return null;
                case JsonValueKind.String:
                    return value.GetString()!;
                case JsonValueKind.Number:
                    return new FactInput(value.GetRawText(), FactInputKind.Number);
                case JsonValueKind.True or JsonValueKind.False:
                    return new FactInput(value.GetBoolean() ? "true" : "false", FactInputKind.Boolean);
                case JsonValueKind.Array when List(value) is { } list:
                    return list;
                default:
                    errors[field] = "Give text, a number, true or false, or a list of texts, each on one line and without semicolons.";
                    return null;
            }
        }
        catch (InvalidOperationException)
        {
            errors[field] = Broken;
            return null;
        }
    }

    // A list is kept one answer a line: an answer that would fall into two is refused.
    private static FactInput? List(JsonElement array)
    {
        if (array.GetArrayLength() > MostAnswers || array.EnumerateArray().Any(each => each.ValueKind != JsonValueKind.String))
        {
            return null;
        }

        var answers = array.EnumerateArray().Select(each => each.GetString()!).ToArray();
        return Array.Exists(answers, answer => answer.AsSpan().IndexOfAny("\n\r;") >= 0)
            ? (FactInput?)null : new FactInput(string.Join('\n', answers), FactInputKind.List);
    }
}
