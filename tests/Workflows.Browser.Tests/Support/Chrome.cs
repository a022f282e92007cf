using Microsoft.Playwright;

namespace Workflows.Browser.Tests.Support;

/// <summary>The one Chromium of these tests: the machine's own, which <c>.ci/get-browser</c> installs. Nothing is downloaded.</summary>
internal static class Chrome
{
    // The first is Chromium without the windows around pages: the same engine for a quarter of the work.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Milliseconds to wait for anything, however busy the machine is.</summary>
    public const float Patience = 120_000;

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    /// <summary>The browser; it ends with the tests' process.</summary>
    public static Task<IBrowser> Browser => Started.Value;

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Find(),
            Timeout = Patience,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("WORKFLOWS_BROWSER") is { Length: > 0 } given)
        {
            return given;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("There is no Chromium. Run .ci/get-browser, or set WORKFLOWS_BROWSER to a Chromium or Chrome.");
    }
}
