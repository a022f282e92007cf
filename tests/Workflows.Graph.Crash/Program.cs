using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Graph;
using Workflows.Graph.Crash;
using Workflows.Reviews.Ports;

// Arguments: Graph's address, the letter's key, the attempt, the instant it is.
var configuration = new ConfigurationBuilder()
    .AddInMemoryCollection([new("Graph:Mailbox", "letters@sending.example"), new("Graph:BaseUrl", args[0])])
    .Build();
var services = new ServiceCollection().AddLogging();
services.AddSingleton<TimeProvider>(new TimeOf(DateTimeOffset.Parse(args[3], CultureInfo.InvariantCulture)));
services.AddWorkflowsGraph(configuration, new AnyToken());
await using var provider = services.BuildServiceProvider();
var letter = new OutgoingLetter
{
    Key = args[1],
    Review = ReviewId.From(args[1]),
    Kind = "reminder",
    To = ["recipient@partner.example"],
    Subject = "A step is due",
    Text = "A step is due.",
    Html = "<p>A step is due.</p>",
    Attempt = int.Parse(args[2], CultureInfo.InvariantCulture),
};
var result = await provider.GetRequiredService<IMailSender>().SendAsync(letter, CancellationToken.None);
Console.WriteLine(result.GetType().Name);
