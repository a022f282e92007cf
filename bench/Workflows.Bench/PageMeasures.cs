using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Workflows.Bench;

/// <summary>
/// What each page weighs over the wire at first load, with its styles and scripts, and how long the real program takes to answer, over a
/// folder of ten thousand reviews. The time is that of a client on the same machine, who waits for the last byte.
/// </summary>
internal static partial class PageMeasures
{
    private const int Reviews = 10_000;
    private const int Rounds = 40;

    public static async Task<IEnumerable<string>> MeasureAsync(string folder)
    {
        await Filling.FillAsync(folder, Reviews);
        using var plain = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        await using var program = await RunningProgram.StartAsync(plain, folder);
        using var manager = await SignedInAsync(program.Address, "business.manager");
        using var officer = await SignedInAsync(program.Address, "panel.officer");
        var review = ReviewLink().Match(await manager.GetStringAsync("/reviews")).Value;
        var lines = new List<string> { $"{"page, over 10,000 reviews",-44}{"KB, all",10}{"p50 ms",9}{"p95 ms",9}   (at most 150 KB; p50 at most 50)" };
        foreach (var (who, path) in new[]
        {
            (manager, "/"), (manager, "/today"), (manager, "/reviews"), (manager, "/reviews?words=BENCH&order=reference"), (manager, "/reviews?page=150"),
            (manager, review), (manager, $"{review}/do/notification"), (manager, $"{review}/journal"), (manager, "/reviews/open"),
            (manager, "/recommendations"), (manager, "/reviews/import"), (officer, "/panel"), (officer, "/today"), (manager, "/administration"), (manager, "/demonstration"), (manager, "/publications"), (manager, "/processes"),
            (manager, "/processes/lcspr"), (manager, "/letters/AAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        })
        {
            lines.Add(await MeasureAsync(who, path));
        }

        return lines;
    }

    private static async Task<string> MeasureAsync(HttpClient who, string path)
    {
        var times = new List<double>();
        var body = Array.Empty<byte>();
        for (var round = 0; round < Rounds; round++)
        {
            using var request = Request(path, "br");
            var start = Stopwatch.GetTimestamp();
            using var answer = await who.SendAsync(request);
            body = await answer.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"{path} answers {(int)answer.StatusCode}.");
            }
        }

        var text = await who.GetStringAsync(path);
        var bytes = body.Length;
        foreach (var asset in Asset().Matches(text).Select(match => match.Value).Distinct())
        {
            bytes += await WeightAsync(who, asset);
        }

        // The first few warm the program up.
        var counted = times.Skip(5).Order().ToArray();
        return $"{ReviewLink().Replace(path, "/reviews/ID"),-44}{bytes / 1024.0,10:N1}{counted[counted.Length / 2],9:N1}{counted[counted.Length * 95 / 100],9:N1}";
    }

    // A script that is loaded loads the other.
    private static async Task<int> WeightAsync(HttpClient who, string asset)
    {
        using var request = Request(asset, "gzip");
        using var answer = await who.SendAsync(request);
        var bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
        var text = asset.EndsWith(".js", StringComparison.Ordinal) ? await who.GetStringAsync(asset) : string.Empty;
        foreach (Match import in Import().Matches(text))
        {
            bytes += await WeightAsync(who, $"/assets/{import.Groups["name"].Value}");
        }

        return bytes;
    }

    private static HttpRequestMessage Request(string path, string encoding)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        request.Headers.Accept.ParseAdd("text/html");
        return request;
    }

    private static async Task<HttpClient> SignedInAsync(string address, string user)
    {
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30),
        };
        var page = await http.GetStringAsync("/sign-in");
        using var answer = await http.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["token"] = Token().Match(page).Groups["value"].Value, ["once"] = "bench", ["user"] = user, ["returnTo"] = "/accessibility",
        }));
        answer.EnsureSuccessStatusCode();
        return http;
    }

    [GeneratedRegex("name=\"token\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("/reviews/[0-9a-f]{32}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReviewLink();

    [GeneratedRegex("/assets/[a-z.-]+[0-9a-f]+[.][a-z]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asset();

    [GeneratedRegex("from *['\"]\\./(?<name>[^'\"]+)['\"]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();
}
