using Microsoft.Extensions.DependencyInjection;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Scanning;

/// <summary>Puts the malware scanners of the settings among an application's services.</summary>
public static class ScannerServices
{
    /// <summary>Adds those that are set; none is no fault.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">The settings.</param>
    public static IServiceCollection AddDocumentScanners(this IServiceCollection services, ScannerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Command is not null)
        {
            services.AddSingleton<IDocumentScanner>(new CommandScanner(options));
        }

        if (options.Endpoint is not null)
        {
            // A redirect would take a document to where the settings do not say.
            services.AddSingleton<IDocumentScanner>(_ => new HttpScanner(
                options, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
                {
                    Timeout = Timeout.InfiniteTimeSpan,
                }));
        }

        return services;
    }
}
