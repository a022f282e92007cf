using Workflows.Crash;

// Arguments: the data folder; the file of what was acknowledged; and a round's number, which first does the round before again, or "judge".
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
