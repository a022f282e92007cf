using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Reviews;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Wakes;
using Workflows.Sqlite;

namespace Workflows.Crash;

/// <summary>Rounds of work, each a review with a command or two of every kind; done again, a round does nothing twice.</summary>
internal sealed partial class Work : IAsyncDisposable
{
    private const int Steps = 6;
    private static readonly CancellationToken s_go = CancellationToken.None;
    private static readonly Caller s_manager = new("business.manager", ["business-manager"]);

    private readonly KeptClock _clock = new();
    private readonly ServiceProvider _services;
    private readonly string _acknowledged;

    public Work(string folder, string acknowledged, bool isCase = false)
    {
        _acknowledged = acknowledged;
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(isCase ? CaseSetting.Catalogue : ProcessCatalogue.Shipped)
            .AddWorkflowsSqlite(new SqliteStoreOptions { Folder = folder })
            .AddWorkflowsReviews(new ReviewShelfOptions(SoleWriter: true), new ReviewContextOptions(TimeSpan.Zero))
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton(new AuditKey(new byte[32]))
            .AddSingleton(isCase ? CaseSetting.People() : DirectorySource.Of(DemonstrationDirectory.Snapshot))
            .AddSingleton(new CalendarSource(path: null, _clock))
            .AddSingleton(new LetterOptions { PublicAddress = new Uri("http://127.0.0.1"), ServiceName = "Reviews" })
            .AddSingleton<IMailSender>(provider => provider.GetRequiredService<SqliteOutbox>())
            .AddSingleton<IWakeSignal, NoSignal>()
            .BuildServiceProvider();
    }

    public async Task RoundAsync(int round)
    {
        await _clock.ReadAsync(Get<SqliteNotes>());
        var key = KeyOf(s_manager, $"{round}-open");
        var facts = new Dictionary<string, FactInput> { ["awareOn"] = $"{Today:yyyy-MM-dd}", ["harm"] = "died", ["agencies"] = "Education" };
        var opening = new OpenReview("fernshire", $"CRASH-{round}", new Dictionary<string, string>(), facts);
        var definition = Get<ProcessCatalogue>().Find("lcspr@2026.1")!;
        var review = ReviewId.From("open", key.Hash);
        await GiveAsync(review, key, () => Get<ReviewDesk>().OpenAsync(new Opening(definition, opening, key), s_manager, s_go));
        await Get<WakeRound>().RunAsync(s_go);
        await CommandAsync(review, round, "explain", new ExplainDelay("notification", "The facts came late."), s_manager);
        for (var step = 0; step < Steps; step++)
        {
            await _clock.MoveAsync(TimeSpan.FromHours(20), Get<SqliteNotes>());
            await Get<WakeRound>().RunAsync(s_go);
            await ActAsync(review, round, step);
        }

        await CommandAsync(review, round, "correct", new CorrectFact("awareOn", $"{Today.AddDays(-9):yyyy-MM-dd}", "A slip."), s_manager);
        if (round % 3 == 0)
        {
            await CommandAsync(review, round, "withdraw", new WithdrawReview("The criteria are not met."), s_manager);
        }

        await Get<WakeRound>().RunAsync(s_go);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private DateOnly Today => LondonTime.DateOf(_clock.GetUtcNow());

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    // The first thing that can be done, by the first person who may.
    private async Task ActAsync(ReviewId review, int round, int step)
    {
        var file = (await Get<ReviewDesk>().FindAsync(review, s_go))!;
        var context = Get<ReviewContexts>().For(file.Definition, file.State.Partnership);
        if (ReviewActions.For(file.State, context) is not [var action, ..])
        {
            return;
        }

        var directory = DemonstrationDirectory.Snapshot;
        var person = directory.People.First(each => directory.RolesOf(each.User, "fernshire", Today).Contains(action.Roles[0]));
        var facts = action.Definition.Ask.Where(fact => fact.Required).ToDictionary(fact => fact.Name, fact => fact.Type switch
        {
            FactType.Date => new FactInput($"{Today:yyyy-MM-dd}", FactInputKind.Text),
            FactType.Boolean => new FactInput("true", FactInputKind.Boolean),
            FactType.Number => new FactInput("1", FactInputKind.Number),
            FactType.Choice => fact.Options[0].Id,
            _ => "An answer",
        });
        ReviewCommand command = action.Definition switch
        {
            DocumentDefinition => await DocumentAsync(review, action.Item.Id, round),
            ApprovalDefinition => new GiveApproval(action.Item.Id, Approve: true, Reason: null),
            DecisionDefinition decision => new MakeDecision(action.Item.Id, decision.Outcomes.First(each => each.Usual).Id, "Reasons.", facts),
            _ => new CompleteTask(action.Item.Id, facts, Note: null),
        };
        await CommandAsync(review, round, $"step-{step}", command, new Caller(person.User, directory.RolesOf(person.User, "fernshire", Today)));
    }

    private async Task<ReviewCommand> DocumentAsync(ReviewId review, string item, int round)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"{item} of round {round}"));
        var stored = await Get<IDocumentStore>().StoreAsync(review, content, s_go);
        return new StoreDocument(item, stored.Sha256, stored.Bytes, "text/plain", "report.txt");
    }

    private Task CommandAsync(ReviewId review, int round, string name, ReviewCommand command, Caller caller)
    {
        var key = KeyOf(caller, $"{round}-{name}");
        return GiveAsync(review, key, () => Get<ReviewDesk>().HandleAsync(review, command, caller, key, s_go));
    }

    // Told to the outside only when it was answered, and only where it left an entry.
    private async Task GiveAsync(ReviewId review, CommandKey key, Func<Task<CommandAnswer>> give)
    {
        if (await give() is CommandAnswer.Done { File: var file } && file.Id == review && file.State.Commands.ContainsKey(key.Hash))
        {
            await File.AppendAllTextAsync(_acknowledged, key.Hash + '\n');
        }
    }

    private static CommandKey KeyOf(Caller caller, string key) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.User}\n{key}")))[..32], "print");

    private sealed class NoSignal : IWakeSignal
    {
        public ValueTask ChangedAsync(ReviewId review, DateTimeOffset? nextWake, CancellationToken stop) => ValueTask.CompletedTask;
    }
}
