using System.Text.Json;

namespace Workflows.Functions.Drive.Hosts;

/// <summary>
/// The host's own keys, for the management interface of orchestrations, in a folder where the host looks for them. Core Tools asks for
/// none.
/// </summary>
internal static class HostKeys
{
    public static void Put(Dictionary<string, string> settings, string folder, string key)
    {
        var secrets = Directory.CreateDirectory(Path.Combine(folder, "keys")).FullName;
        File.WriteAllText(Path.Combine(secrets, "host.json"), JsonSerializer.Serialize(new
        {
            masterKey = Key("master", key), functionKeys = new[] { Key("default", key) },
            systemKeys = new[] { Key("durabletask_extension", key) },
        }));
        settings["FUNCTIONS_SECRETS_PATH"] = secrets;
        settings["AzureWebJobsSecretStorageType"] = "files";
    }

    private static object Key(string name, string value) => new { name, value, encrypted = false };
}
