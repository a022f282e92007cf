using System.Net;
using System.Security.Cryptography;
using System.Text;
using Workflows.Functions.Drive.Client;
using Workflows.Functions.Drive.Hosts;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>A document of many megabytes goes in and comes out through the door unchanged.</summary>
internal static class LargeDocument
{
    private const int Bytes = 12_000_000;
    private const int MostActions = 60;

    public static async Task<string> RunAsync(FunctionsHost host)
    {
        var answers = new Answers();
        var review = await host.Client.OpenAsync("lcspr", answers);
        for (var done = 0; done < MostActions; done++)
        {
            var asked = (await host.Client.ReadAsync(review)).GetProperty("actions").EnumerateArray()
                .Where(action => action.GetProperty("kind").GetString() == "document").ToArray();
            if (asked is [var action, ..])
            {
                var user = ContractClient.HolderOf(action.GetProperty("role").GetString()!);
                return await CarryAsync(host, user, action.GetProperty("href").GetString()!);
            }

            await host.Client.ActAsync(review, answers);
        }

        throw new DriveException("No document was asked for.");
    }

    private static async Task<string> CarryAsync(FunctionsHost host, string user, string address)
    {
        var bytes = Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes), Base64FormattingOptions.InsertLineBreaks));
        var (status, answer) = await host.Client.SendAsync(user, HttpMethod.Put, address, Answers.Document(bytes, "report.txt", "text/plain"));
        if (status != HttpStatusCode.Created)
        {
            throw new DriveException($"Handing in was answered {(int)status}: {answer}");
        }

        using var request = await host.Client.RequestAsync(user, HttpMethod.Get, address, content: null);
        using var back = await host.Http.SendAsync(request);
        var hash = Convert.ToHexStringLower(SHA256.HashData(await back.Content.ReadAsByteArrayAsync()));
        var said = answer.GetProperty("sha256").GetString();
        return hash == said && hash == Convert.ToHexStringLower(SHA256.HashData(bytes))
            ? $"{bytes.Length} bytes in and out, SHA-256 {hash[..12]}… the same three times"
            : throw new DriveException($"{bytes.Length} bytes went in; said to be {said}, came out as {hash}.");
    }
}
