using Workflows.Verifier;

// Arguments: the folder of an export, and the file of the audit key: lines of base64.
var export = args[0];
var keys = File.ReadAllLines(args[1]).Where(line => line.Length > 0).Select(Convert.FromBase64String).ToArray();
var check = new ExportCheck(export, keys);
check.Run();
foreach (var problem in check.Problems)
{
    Console.WriteLine(problem);
}

Console.WriteLine($"{check.Lines} lines, {check.Documents} documents and {check.Heads} anchored heads: {check.Problems.Count} problems.");
return check.Problems.Count == 0 ? 0 : 1;
