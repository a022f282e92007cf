using System.Runtime.CompilerServices;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Tests.Letters;

/// <summary>
/// Compares letters with the files in <c>Golden</c>, which a person has read. To accept changed wording, run the tests once
/// with <c>ACCEPT_LETTERS=1</c> and read the difference.
/// </summary>
internal static class Golden
{
    public static void Check(string name, OutgoingLetter letter, [CallerFilePath] string here = "") =>
        Check(name, $"Kind: {letter.Kind}\nTo: {string.Join(", ", letter.To)}\nSubject: {letter.Subject}\n\n{letter.Text}", here);

    public static void Check(string name, string text, [CallerFilePath] string here = "")
    {
        var file = $"{name}.txt";
        if (Environment.GetEnvironmentVariable("ACCEPT_LETTERS") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(here)!, nameof(Golden), file), text);
            return;
        }

        using var stream = typeof(Golden).Assembly.GetManifestResourceStream($"Golden.{file}");
        Assert.True(stream is not null, $"There is no {file} yet.");
        using var reader = new StreamReader(stream);
        Assert.Equal(reader.ReadToEnd(), text);
    }
}
