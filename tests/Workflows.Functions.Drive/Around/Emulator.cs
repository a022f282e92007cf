namespace Workflows.Functions.Drive.Around;

/// <summary>The storage emulator on its usual ports, and how it is reached through other ones.</summary>
internal static class Emulator
{
    public const string Account = "devstoreaccount1";

    // The well-known key of every emulator.
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public const int BlobPort = 10000;
    public const int QueuePort = 10001;
    public const int TablePort = 10002;

    public static string Connection(int blobs, int? queues = null, int? tables = null) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={At(blobs)};"
        + (queues is { } queue ? $"QueueEndpoint={At(queue)};" : string.Empty)
        + (tables is { } table ? $"TableEndpoint={At(table)};" : string.Empty);

    private static string At(int port) => $"http://127.0.0.1:{port}/{Account}";
}
