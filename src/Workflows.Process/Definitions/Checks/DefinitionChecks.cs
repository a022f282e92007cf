using Workflows.Process.Definitions.Reading;

namespace Workflows.Process.Definitions.Checks;

/// <summary>
/// What must hold between the parts of a definition, beyond each part being well written. Runs on definitions with
/// problems as well, so that a file's problems come in one go: what could not be read is simply not there.
/// </summary>
internal static class DefinitionChecks
{
    public static void Run(ProcessDefinition definition, ReadingContext context)
    {
        var plan = new Plan(definition, context);
        ItemChecks.Run(plan);
        DeadlineChecks.Run(plan);
        StageChecks.Run(plan);
        // Only where all else is sound, and every item's turn can come, is it worth asking what is known by then.
        if (!OrderChecks.Run(plan) || !context.Problems.IsEmpty)
            return;
        AnchorChecks.Run(plan);
        PrecedenceChecks.Run(plan);
    }
}
