using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HostFiltering;
using Workflows.Graph;
using Workflows.Local.Auditing;
using Workflows.Local.Demo;
using Workflows.Local.Health;
using Workflows.Local.Keys;
using Workflows.Local.Wakes;
using Workflows.Reviews.Health;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Scanning;
using Workflows.Reviews.Wakes;
using Workflows.Sqlite;
using Workflows.Web;
using Workflows.Web.Pages;

namespace Workflows.Local.Hosting;

/// <summary>Puts the application together for one machine.</summary>
internal static class LocalHost
{
    // One person at one machine, who may well be a program.
    private const int RequestsPerSecond = 20_000;

    /// <summary>Builds the application.</summary>
    /// <param name="options">How to serve.</param>
    /// <param name="store">The data folder, open; it must stay so as long as the application.</param>
    public static WebApplication Build(ServeOptions options, SqliteStore store)
    {
        // Settings come from the environment and from beside the program, not from whatever folder it is started in; and no
        // watcher runs over that folder.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls([.. options.Urls.All.Select(url => url.GetLeftPart(UriPartial.Authority))]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // A header that holds an accented letter is read, so that the application says what is wrong with it; the server would only cut it off.
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));

        // A page of some other site must not reach the demonstration under a name of its own that leads here.
        builder.Services.Configure<HostFilteringOptions>(filter =>
            filter.AllowedHosts = options.Urls.AreLoopback ? ["localhost", "127.0.0.1", "[::1]"] : ["*"]);
        AddLogging(builder.Logging);
        AddReviews(builder, options, store);
        AddWeb(builder.Services, builder.Configuration, store);
        var app = builder.Build();
        app.MapWorkflowsWeb();
        app.MapDemo();
        return app;
    }

    private static void AddReviews(WebApplicationBuilder builder, ServeOptions options, SqliteStore store)
    {
        var services = builder.Services;
        services.AddLocalReviews(options, store);
        if (builder.Configuration.GetSection(GraphMailOptions.Section).Exists())
        {
            services.AddWorkflowsGraph(builder.Configuration)
                .AddSingleton<IDeltaLinkStore, DeltaLinkNotes>()
                .AddSingleton<ReturnedLetters>()
                .AddHostedService<MailboxWatch>();
        }
        else
        {
            services.AddSingleton<IMailSender>(provider => provider.GetRequiredService<SqliteOutbox>());
        }

        services.AddSingleton(provider => LocalReviews.Letters(AddressOf(provider.GetRequiredService<IServer>())));
        services.AddSingleton<WakeLoop>();
        services.AddHostedService<DailyAnchor>();
        services.AddDocumentScanners(LocalSettings.Scanner(builder.Configuration));
        services.AddSingleton<IHealthSource, ChainSigns>();
        services.AddSingleton<IHealthSource, MachineSigns>();
    }

    // Known when the server listens: port 0 is any. Letters are written after that.
    private static Uri AddressOf(IServer server) =>
        new(Serving.Reachable(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()));

    private static void AddWeb(IServiceCollection services, IConfiguration settings, SqliteStore store)
    {
        var tokens = new DemoTokens(KeyFile.ReadOrMake(Path.Combine(store.Folder, KeyFile.Token)));
        services.AddSingleton(tokens).AddSingleton<RepeatedMoves>().AddSingleton<IDemonstration, LocalDemonstration>();
        services.AddWorkflowsWeb(new WebOptions
        {
            Issuer = DemoTokens.Issuer,
            Audience = DemoTokens.Audience,
            SigningKeys = [tokens.Key],
            RequestBurst = RequestsPerSecond,
            RequestsPerSecond = RequestsPerSecond,
            SecurityContact = LocalSettings.SecurityContact(settings),
        });

        var keys = Directory.CreateDirectory(Path.Combine(store.Folder, "keys"));
        services.AddDataProtection().SetApplicationName("workflows").PersistKeysToFileSystem(keys);

        // A token lives in real time: it must not run out because somebody lets a year pass.
        services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer =>
        {
            bearer.TimeProvider = TimeProvider.System;
            bearer.TokenValidationParameters.LifetimeValidator = null;
        });
    }

    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        logging.AddFilter(null, LogLevel.Warning);

        // The keys of pages stand in the data folder, which is its owner's alone.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // The host tells a failed start itself, in its own words.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }
}
