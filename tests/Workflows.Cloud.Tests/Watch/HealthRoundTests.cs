using Microsoft.Extensions.Logging;
using Workflows.AzureStorage.Tests;
using Workflows.Cloud.Tests.Host;
using Workflows.Cloud.Tests.Support;

namespace Workflows.Cloud.Tests.Watch;

/// <summary>What needs a person is told to the log in the words of health, where alerts find it.</summary>
public sealed class HealthRoundTests : IAsyncLifetime
{
    private readonly AzuriteProcess _storage = new();
    private readonly LogLines _lines = new();
    private HostedService _service = null!;

    public async Task InitializeAsync()
    {
        await _storage.StartAsync();
        _service = await HostedService.StartAsync(_storage, LoggerFactory.Create(logging => logging.AddProvider(_lines)));
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        _storage.Dispose();
    }

    [Fact]
    public async Task A_mail_service_out_of_reach_is_named_and_what_is_well_is_not()
    {
        Assert.DoesNotContain("health", await _service.Host.Watchdog.LookAsync(CancellationToken.None));

        Assert.Contains("Health names mail: the administration page says what to do", _lines.Said);
        Assert.DoesNotContain(_lines.Said, line => line.StartsWith("Health names chain", StringComparison.Ordinal) || line.StartsWith("Health names wakes", StringComparison.Ordinal));
    }
}
