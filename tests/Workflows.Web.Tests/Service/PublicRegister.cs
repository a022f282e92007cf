using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Service;

/// <summary>What anybody finds in the public register, without signing in.</summary>
internal static class PublicRegister
{
    /// <summary>The addresses of a publication.</summary>
    public static IReadOnlyList<string> AddressesOf(string publication) =>
        [$"/publications/{publication}", $"/api/publications/{publication}", $"/publications/{publication}/document"];

    /// <summary>What stands in the register.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ItemsAsync(WebService service) =>
        [.. (await service.As(user: null).GetFromJsonAsync<JsonElement>("/api/publications")).GetProperty("items").EnumerateArray()];

    /// <summary>Where something that was taken from the register can still be found.</summary>
    public static async Task<IReadOnlyList<string>> LeftAsync(WebService service, string publication)
    {
        var left = (await ItemsAsync(service)).Where(item => item.GetProperty("id").GetString() == publication).Select(_ => "GET /api/publications lists it").ToList();
        foreach (var address in AddressesOf(publication))
        {
            using var answer = await service.As(user: null).GetAsync(address);
            if (answer.StatusCode != HttpStatusCode.Gone || (await answer.ProblemAsync()).Rule() != "publication-stands")
            {
                left.Add($"GET {address.Replace(publication, "{publication}", StringComparison.Ordinal)}: {(int)answer.StatusCode}");
            }
        }

        return left;
    }
}
