using System.CommandLine;
using Workflows.Local.Clock;
using Workflows.Local.Hosting;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Importing;
using Workflows.Reviews.Ports;
using Workflows.Sqlite;

namespace Workflows.Local.Verbs;

/// <summary>Brings in reviews from before, from a CSV file.</summary>
internal static class ImportVerb
{
    // Whoever can run a command on the machine; a name that no person of a directory can have.
    private const string Operator = "imported/operator";

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "The CSV file, in UTF-8; docs/import.md describes its columns." };
        var data = DataFolder.Option("The data folder; the program must not be serving from it.");
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would come of it." };
        var goodRows = new Option<bool>("--good-rows") { Description = "Record the lines that can be, though others cannot." };
        var by = new Option<string?>("--by") { Description = "The person who brings it in, as the directory knows them; the machine's operator where it is not given." };
        var directory = new Option<FileInfo?>("--directory") { Description = "The file of partnerships and their people; a demonstration where it is not given." };
        var calendar = CalendarFile.Option();
        var key = AuditKeyFile.Option();
        var verb = new Command("import", "Records reviews from before with their true dates, from a CSV file; nothing where a line is wrong.")
        {
            file, data, dryRun, goodRows, by, directory, calendar, key,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            var table = CsvTable.Read(Bytes(parsed.GetRequiredValue(file)));
            var options = new ServeOptions
            {
                Urls = Addresses.Parse("http://127.0.0.1")!,
                Data = parsed.GetRequiredValue(data).FullName,
                Directory = parsed.GetValue(directory),
                Calendar = parsed.GetValue(calendar),
                AuditKey = parsed.GetValue(key),
            };
            var report = await RunAsync(table, options, parsed.GetValue(by), parsed.GetValue(dryRun), parsed.GetValue(goodRows), stop);
            ImportText.Write(parsed.InvocationConfiguration.Output, parsed.GetRequiredValue(file).Name, report);
            return report.Problems.Count == 0 ? ExitCode.Done : ExitCode.Found;
        });
        return verb;
    }

    private static async Task<ImportReport> RunAsync(
        ImportTable table, ServeOptions options, string? by, bool dryRun, bool goodRows, CancellationToken stop)
    {
        await using var store = SqliteStore.Open(options.Data);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddLocalReviews(options, store)
            .AddSingleton(LocalReviews.Letters(new Uri("http://127.0.0.1")))
            .AddSingleton<IMailSender>(provider => provider.GetRequiredService<SqliteOutbox>())
            .BuildServiceProvider();
        await services.GetRequiredService<ClockKeeper>().StartAsync(asked: null, stop);
        var snapshot = services.GetRequiredService<DirectorySource>().Current;
        var person = by is null ? null : snapshot.FindPerson(by)
            ?? throw new VerbException(ExitCode.Usage, $"The directory knows nobody '{by}'.");
        var today = Process.Calendar.LondonTime.DateOf(services.GetRequiredService<TimeProvider>().GetUtcNow());
        return await services.GetRequiredService<ReviewImporter>().RunAsync(
            table,
            new ImportRequest
            {
                DryRun = dryRun, GoodRows = goodRows, By = person?.User ?? Operator,
                RolesIn = person is null ? null : partnership => person.WorksIn(partnership) ? snapshot.RolesOf(person.User, partnership, today) : [],
            },
            stop);
    }

    private static byte[] Bytes(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new VerbException(ExitCode.Failed, $"There is no file {file.FullName}.");
        }

        return file.Length <= ImportTable.MaximumBytes
            ? File.ReadAllBytes(file.FullName)
            : throw new VerbException(ExitCode.Failed, $"The file {file.FullName} is larger than {ImportTable.MaximumBytes / (1024 * 1024)} MB.");
    }
}
