using Workflows.Crash;

// Arguments: the data folder; the file of what was acknowledged; and a round's number, which first does the round before again, "judge",
// "case" and the number of a step, or "whole-case".
if (args is [_, _, "case", var step])
{
    // It ends as it stands: what the store would write to close tidily is no part of the step.
    await new Work(args[0], args[1], isCase: true).StepAsync(int.Parse(step));
    Environment.Exit(0);
}

if (args is [_, _, "whole-case"])
{
    var whole = new Work(args[0], args[1], isCase: true);
    for (var number = 0; number < Work.Case.Count; number++)
    {
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(args[1])!, Work.StepNote), $"{number}");
        await whole.StepAsync(number);
    }

    Environment.Exit(0);
}

await using var work = new Work(args[0], args[1]);
if (args[2] == "judge")
{
    var problems = await work.JudgeAsync();
    problems.ForEach(Console.WriteLine);
    return problems.Count == 0 ? 0 : 1;
}

var round = int.Parse(args[2]);
if (round > 0)
{
    await work.RoundAsync(round - 1);
}

await work.RoundAsync(round);
return 0;
