using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Cloud;
using Workflows.Cloud.Settings;
using Workflows.Functions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();

// The server's own request lines hold whole addresses.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<DurableInstances>();
builder.Services.AddSingleton(services => CloudHost.Create(
    services.GetRequiredService<IConfiguration>(),
    new CloudParts(
        services.GetRequiredService<DurableInstances>(),
        services.GetRequiredService<ILoggerFactory>(),
        services.GetRequiredService<TimeProvider>())));
builder.Services.AddHostedService<CloudHostLife>();
try
{
    using var app = builder.Build();
    await app.RunAsync();
    return 0;
}
catch (Exception problem) when (problem is SettingsException or DirectoryFileException or CalendarFileException)
{
    // What the platform shows of a worker that ends: this, and not a stack of calls.
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
