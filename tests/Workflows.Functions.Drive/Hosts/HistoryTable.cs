using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.Functions.Drive.Around;

namespace Workflows.Functions.Drive.Hosts;

/// <summary>The history of orchestrations as the engine keeps it: a row for every event, whichever turn it is of.</summary>
/// <param name="hub">The task hub.</param>
internal sealed class HistoryTable(string hub)
{
    private static readonly HttpClient Http = new();

    /// <summary>Rows kept for a review's orchestration.</summary>
    public async Task<int> CountAsync(string review)
    {
        var table = $"{Emulator.Account}/{hub}History()";
        var query = $"?$filter=PartitionKey%20eq%20%27{review}%27&$select=RowKey";
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{Emulator.TablePort}/{table}{query}");
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var seal = HMACSHA256.HashData(
            Convert.FromBase64String(Emulator.Key), Encoding.UTF8.GetBytes($"{date}\n/{Emulator.Account}/{table}"));
        request.Headers.TryAddWithoutValidation("x-ms-date", date);
        request.Headers.TryAddWithoutValidation("x-ms-version", "2019-02-02");
        request.Headers.TryAddWithoutValidation("Accept", "application/json;odata=nometadata");
        request.Headers.TryAddWithoutValidation("Authorization", $"SharedKeyLite {Emulator.Account}:{Convert.ToBase64String(seal)}");
        using var answer = await Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("value").GetArrayLength();
    }
}
