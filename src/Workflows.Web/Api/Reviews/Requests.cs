using System.Text.Json;
using Workflows.Process.Decisions;
using Workflows.Web.Api.Input;

namespace Workflows.Web.Api.Reviews;

/// <summary>Opens a review.</summary>
/// <param name="Process">Name of the process, <c>lcspr</c>, or name and version, <c>lcspr@2026.1</c>.</param>
/// <param name="Partnership">Identifier of the partnership.</param>
/// <param name="Reference">Case reference, 1 to 60 characters; no names.</param>
/// <param name="Facts">Answers to what the process asks at opening.</param>
internal sealed record OpeningRequest(
    string Process, string Partnership, string Reference, IReadOnlyDictionary<string, JsonElement>? Facts = null)
{
    public static OpeningInput Read(JsonFields fields)
    {
        var input = new OpeningInput(
            fields.Required("process"), fields.Required("partnership"), fields.Required("reference"), fields.Facts("facts"));
        fields.End();
        return input;
    }
}

/// <summary>An opening as it was read.</summary>
internal sealed record OpeningInput(
    string Process, string Partnership, string Reference, IReadOnlyDictionary<string, FactInput> Facts);

/// <summary>Completes a task, adds to a register or releases a delay notice.</summary>
/// <param name="Facts">Answers to what it asks.</param>
/// <param name="Note">A note, at most 10,000 characters.</param>
internal sealed record TaskRequest(IReadOnlyDictionary<string, JsonElement>? Facts = null, string? Note = null)
{
    public static ReviewCommand Read(string item, JsonFields fields)
    {
        var command = new CompleteTask(item, fields.Facts("facts"), fields.Text("note"));
        fields.End();
        return command;
    }
}

/// <summary>Decides.</summary>
/// <param name="Outcome">Identifier of the outcome.</param>
/// <param name="Rationale">Why, at most 10,000 characters.</param>
/// <param name="Facts">Answers to what it asks.</param>
internal sealed record DecisionRequest(
    string Outcome, string? Rationale = null, IReadOnlyDictionary<string, JsonElement>? Facts = null)
{
    public static ReviewCommand Read(string item, JsonFields fields)
    {
        var command = new MakeDecision(item, fields.Required("outcome"), fields.Text("rationale"), fields.Facts("facts"));
        fields.End();
        return command;
    }
}

/// <summary>Approves or rejects.</summary>
/// <param name="Decision"><c>approve</c> or <c>reject</c>.</param>
/// <param name="Reason">Why; needed to reject.</param>
/// <param name="Version">The version of the document that was seen; a newer one is then not approved by mistake.</param>
internal sealed record ApprovalRequest(string Decision, string? Reason = null, int? Version = null)
{
    public static ReviewCommand Read(string item, JsonFields fields)
    {
        var decision = fields.OneOf("decision", "approve", "reject");
        var command = new GiveApproval(item, decision == "approve", fields.Text("reason"), fields.Count("version"));
        fields.End();
        return command;
    }
}

/// <summary>Corrects an answer given before.</summary>
/// <param name="Value">The right answer: text, number, true or false, or a list of texts.</param>
/// <param name="Reason">Why.</param>
internal sealed record CorrectionRequest(JsonElement Value, string Reason)
{
    public static ReviewCommand Read(string fact, JsonFields fields)
    {
        var command = new CorrectFact(fact, fields.Answer("value"), fields.Text("reason"));
        fields.End();
        return command;
    }
}

/// <summary>Extends a deadline that the partnership set for itself.</summary>
/// <param name="To">The new day.</param>
/// <param name="Reason">Why.</param>
internal sealed record ExtensionRequest(DateOnly To, string Reason)
{
    public static ReviewCommand Read(string deadline, JsonFields fields)
    {
        var command = new ExtendDeadline(deadline, fields.Date("to"), fields.Text("reason"));
        fields.End();
        return command;
    }
}

/// <summary>Gives a reason: for a delay, for the withdrawal of a review, for sending a letter again.</summary>
/// <param name="Reason">The reason, at most 10,000 characters.</param>
internal sealed record ReasonRequest(string? Reason = null)
{
    public static string? Read(JsonFields fields)
    {
        var reason = fields.Text("reason");
        fields.End();
        return reason;
    }
}
