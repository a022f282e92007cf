using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workflows.AzureStorage.Index;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Tests;

/// <summary>Wrong settings end the start with a message that names the setting; right ones give the stores.</summary>
public sealed class OptionsTests
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    [Theory]
    [InlineData("AccountUrl is missing")]
    [InlineData("both given", "AccountUrl=https://a.blob.core.windows.net", "ConnectionString=UseDevelopmentStorage=true")]
    [InlineData("must be an https address", "AccountUrl=http://a.blob.core.windows.net")]
    [InlineData("must be an https address", "AccountUrl=https://a.blob.core.windows.net/container")]
    [InlineData("must be an https address", "AccountUrl=https://a.blob.core.windows.net/?sv=2024&sig=x")]
    [InlineData("must be an https address", "AccountUrl=a.blob.core.windows.net")]
    [InlineData("PrivateAccountUrl is missing", "AccountUrl=https://a.blob.core.windows.net")]
    [InlineData("of another account", "AccountUrl=https://a.blob.core.windows.net", "PrivateAccountUrl=https://a.blob.core.windows.net")]
    [InlineData("of another account", "AccountUrl=https://a.blob.core.windows.net", "PrivateAccountUrl=http://p.blob.core.windows.net")]
    [InlineData("keeps everything itself", "ConnectionString=UseDevelopmentStorage=true", "PrivateAccountUrl=https://p.blob.core.windows.net")]
    [InlineData("only to an emulator", $"ConnectionString=DefaultEndpointsProtocol=https;AccountName=a;AccountKey={Key}")]
    [InlineData("only to an emulator", $"ConnectionString=AccountName=a;AccountKey={Key};BlobEndpoint=http://10.0.0.1:10000/a")]
    [InlineData("only to an emulator", "ConnectionString=nonsense")]
    [InlineData("must be the identity's client id", "AccountUrl=https://a.blob.core.windows.net", "ManagedIdentityClientId=me")]
    [InlineData("ContainerPrefix must be", "AccountUrl=https://a.blob.core.windows.net", "ContainerPrefix=Upper-")]
    [InlineData("ContainerPrefix must be", "AccountUrl=https://a.blob.core.windows.net", "ContainerPrefix=a--")]
    [InlineData("ContainerPrefix must be", "AccountUrl=https://a.blob.core.windows.net", "ContainerPrefix=aaaaaaaaaaaaaaa-bbbbbbbbbbbbbbb-")]
    public async Task Wrong_settings_end_the_start_and_are_named(string words, params string[] settings)
    {
        using var host = Host(settings);

        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains($"Storage:", e.Message, StringComparison.Ordinal);
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AccountUrl=https://a.blob.core.windows.net", "PrivateAccountUrl=https://p.blob.core.windows.net")]
    [InlineData("AccountUrl=https://a.blob.core.windows.net/", "PrivateAccountUrl=https://p.blob.core.windows.net", "ContainerPrefix=north-", "ManagedIdentityClientId=5d0f8f4c-3f57-4f3c-9a53-0a4d7a3f9d10")]
    [InlineData("ConnectionString=UseDevelopmentStorage=true")]
    public async Task Right_settings_give_the_stores_before_storage_is_reached(params string[] settings)
    {
        using var host = Host(settings);
        await host.StartAsync();

        Assert.NotNull(host.Services.GetRequiredService<IReviewJournal>());
        Assert.NotNull(host.Services.GetRequiredService<IReviewIndex>());
        Assert.NotNull(host.Services.GetRequiredService<IDocumentStore>());
        Assert.NotNull(host.Services.GetRequiredService<IPrivatePapers>());
        Assert.NotNull(host.Services.GetRequiredService<IndexRebuild>());
    }

    private static IHost Host(string[] settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2))
            .Select(pair => KeyValuePair.Create($"Storage:{pair[0]}", (string?)pair[1])));
        builder.Services.AddWorkflowsAzureStorage(builder.Configuration);
        return builder.Build();
    }
}
