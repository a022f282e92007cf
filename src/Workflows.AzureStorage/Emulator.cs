using Azure.Storage.Blobs;

namespace Workflows.AzureStorage;

/// <summary>Tells a connection string for an emulator on this machine from every other.</summary>
internal static class Emulator
{
    public static bool IsOnThisMachine(string connectionString)
    {
        try
        {
            return new BlobServiceClient(connectionString).Uri.IsLoopback;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
