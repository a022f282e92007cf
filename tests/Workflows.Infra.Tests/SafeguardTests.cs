namespace Workflows.Infra.Tests;

/// <summary>What the templates promise about the records and the ways to them.</summary>
public sealed class SafeguardTests
{
    private static readonly string s_records = Templates.Open("modules/records-storage.bicep").Text;

    [Theory]
    [InlineData("modules/records-storage.bicep")]
    [InlineData("modules/host-storage.bicep")]
    [InlineData("modules/private-storage.bicep")]
    public void No_account_takes_keys_or_old_encryption_or_shows_blobs_to_the_public(string name)
    {
        var account = Assert.Single(Templates.Open(name).Resources("Microsoft.Storage/storageAccounts"));
        Assert.Contains("allowSharedKeyAccess: false", account, StringComparison.Ordinal);
        Assert.Contains("allowBlobPublicAccess: false", account, StringComparison.Ordinal);
        Assert.Contains("minimumTlsVersion: 'TLS1_2'", account, StringComparison.Ordinal);
    }

    [Fact]
    public void Journals_cannot_be_changed_and_can_be_appended_to()
    {
        Assert.Contains("{ name: 'journals', days: journalDays, appends: true }", s_records, StringComparison.Ordinal);
        Assert.Contains("{ name: 'audit', days: journalDays, appends: true }", s_records, StringComparison.Ordinal);
        Assert.Contains("{ name: 'documents', days: documentDays, appends: false }", s_records, StringComparison.Ordinal);
        Assert.Contains("allowProtectedAppendWrites: container.appends", s_records, StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_itself_can_delete_neither_journals_nor_documents() =>
        Assert.DoesNotContain("blobs/delete", s_records, StringComparison.Ordinal);

    [Fact]
    public void Private_papers_leave_no_version_and_no_deleted_blob_behind()
    {
        var text = Templates.Open("modules/private-storage.bicep").Text;
        Assert.Contains("isVersioningEnabled: false", text, StringComparison.Ordinal);
        Assert.DoesNotContain("enabled: true\n    days", text, StringComparison.Ordinal);
        Assert.DoesNotContain("immutabilityPolicies", text, StringComparison.Ordinal);
        Assert.Contains("name: 'private'", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Containers_are_those_that_the_program_uses()
    {
        var clients = File.ReadAllText(Path.Combine(Templates.Root, "src/Workflows.AzureStorage/StorageClients.cs"));
        Assert.All(
            new[] { "journals", "audit", "documents", "uploads", "index" },
            container =>
            {
                Assert.Contains($"\"{container}\"", clients, StringComparison.Ordinal);
                Assert.Contains($"'{container}'", s_records, StringComparison.Ordinal);
            });
    }

    [Fact]
    public void The_sample_of_settings_has_what_the_templates_let_one_choose()
    {
        using var sample = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Templates.Root, "local.settings.sample.json")));
        var values = sample.RootElement.GetProperty("Values").EnumerateObject().Select(each => each.Name).ToList();
        Assert.All(new[] { "Service__SecurityContact", "Scanner__Endpoint", "Scanner__Timeout" }, setting => Assert.Contains(setting, values));
    }

    [Fact]
    public void Every_setting_that_the_templates_make_is_explained()
    {
        var page = File.ReadAllText(Path.Combine(Templates.Root, "docs/deployment.md"));
        var made = TemplateSettings.Made();
        Assert.Contains("Storage__AccountUrl", made);
        Assert.Contains("Service__SecurityContact", made);
        Assert.Contains("Scanner__Endpoint", made);
        Assert.Contains("Scanner__Timeout", made);
        Assert.All(made, setting => Assert.Contains($"`{setting.Replace("__", ":", StringComparison.Ordinal)}`", page, StringComparison.Ordinal));
    }
}
