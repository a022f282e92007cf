using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Tests.Letters;

public class NothingPersonalTests
{
    private const string Marker = "Zebedee";

    [Theory]
    [InlineData("escalation: automatic")]
    [InlineData("escalation: confirm")]
    public void Nothing_that_anybody_typed_and_no_name_is_ever_in_a_letter_of_any_kind(string escalation)
    {
        var directory = WithMarkedNames(escalation);
        var story = new Story("2026-01-05T09:00Z", directory);
        var client = new Client(story, directory, $"{Marker} lives here");
        story.Do("business.manager", new OpenReview("fernshire", "F-1", directory.SettingsOf("fernshire"), client.Answers(story.Definition.Facts)));
        var letters = new List<OutgoingLetter>();
        for (var step = 0; story.State.IsOpen && step < 3000; step++)
        {
            TypeEverywhereElse(story, client);
            Collect(story, letters);

            // Half of the time nobody does anything, so that reminders and delay notices go as well.
            if (step % 2 == 0 || !client.DoOne())
            {
                story.MoveTo(story.NextWake is { } wake && wake > story.Now ? wake : story.Now.AddDays(1));
                story.Do(user: null, new Advance());
            }
        }

        Assert.False(story.State.IsOpen, $"The review stands in {story.State.Stage}.");
        Assert.Equal(5, letters.Select(letter => letter.Kind).Distinct().Count());
        Assert.Contains(letters, letter => letter.Subject.Contains("A letter came back", StringComparison.Ordinal));
        Assert.Contains(letters, letter => letter.Subject.Contains("identifying details", StringComparison.Ordinal));
        Assert.Contains(letters, letter => letter.Text.Contains("a reason is recorded", StringComparison.Ordinal));
        Assert.All(letters, letter => Assert.All(
            [letter.Subject, letter.Text, letter.Html, Unfolded(letter.Calendar), letter.Key, .. letter.To],
            part => Assert.DoesNotContain(Marker, part, StringComparison.OrdinalIgnoreCase)));
    }

    private static DirectorySnapshot WithMarkedNames(string escalation)
    {
        var text = DemonstrationDirectory.Text.Replace("escalation: automatic", escalation, StringComparison.Ordinal)
            .Replace(" Demo\n", $" {Marker}\n", StringComparison.Ordinal);
        var directory = DirectoryReader.Read(text, "x").Snapshot!;
        Assert.All(directory.People, person => Assert.Contains(Marker, person.Name, StringComparison.Ordinal));
        return directory;
    }

    private static void TypeEverywhereElse(Story story, Client client)
    {
        foreach (var register in story.Registers.Where(register => story.State.Registers.All(entry => entry.Item != register.Item.Id)))
        {
            story.Do(client.FirstHolder(register.Roles[0]), new CompleteTask(register.Item.Id, client.Answers(register.Definition.Ask), Marker));
        }

        if (story.State.Stage == "publication" && story.State.Publishing.Comments.IsEmpty)
        {
            story.Do("business.manager", new RecordComment("panel", Marker));
        }

        var unexplained = story.State.Deadlines.Values.FirstOrDefault(
            deadline => deadline.IsRunning && deadline.DueOn <= story.Today && deadline.DelayReason is null);
        if (unexplained is not null)
        {
            story.Do("business.manager", new ExplainDelay(unexplained.Id, Marker));
        }
    }

    // Every letter is sent, and one in twenty comes back.
    private static void Collect(Story story, List<OutgoingLetter> letters)
    {
        foreach (var id in story.State.LettersToSend.Order(StringComparer.Ordinal).ToArray())
        {
            var letter = story.State.Letters[id];
            letters.Add(Assert.IsType<LetterDraft.Ready>(story.Write(letter)).Letter);
            story.Do(user: null, new BeginLetter(id));
            story.Do(user: null, new RecordLetter(new LetterConfirmed(id, MessageId: null)));
            if (letters.Count % 20 == 7)
            {
                story.Do(user: null, new RecordLetter(new LetterReturned(id, "no such mailbox")));
            }
        }

        story.Screen();
    }

    private static string Unfolded(string? calendar) =>
        calendar?.Replace("\r\n ", string.Empty, StringComparison.Ordinal) ?? string.Empty;
}
