using Workflows.Cloud.Tests.Support;

namespace Workflows.Cloud.Tests.Watch;

/// <summary>What needs a person is told to the log in the words of health, where alerts find it.</summary>
public sealed class HealthRoundTests : LoggedServiceTests
{
    [Fact]
    public async Task A_mailService_out_of_reach_is_named_and_what_is_well_is_not()
    {
        Assert.DoesNotContain("health", await Service.Host.Watchdog.LookAsync(CancellationToken.None));

        Assert.Contains("Health names mail: the administration page says what to do", Said);
        Assert.DoesNotContain(Said, line => line.StartsWith("Health names chain", StringComparison.Ordinal) || line.StartsWith("Health names wakes", StringComparison.Ordinal));
    }
}
