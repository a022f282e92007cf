using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Access;

/// <summary>Asks every address as every kind of person, and names the cells that disagree with <see cref="AccessRows"/>.</summary>
internal static class AccessMatrix
{
    /// <summary>How many cells there are.</summary>
    public static int Cells => AccessRows.All.Sum(row => row.Expected.Count());

    /// <summary>A review of which the Panel was told; none of the commands of the rows changes anything in it.</summary>
    public static Task<string> ReviewAsync(WebService service) =>
        service.OpenUntilAsync(review => review.StandsIn("commissioning") && review.Offers("initiation"));

    /// <summary>The cells that disagree, a line each that begins with the address and the person.</summary>
    public static async Task<IReadOnlyList<string>> DisagreeingAsync(WebService service, string review)
    {
        var wrong = new List<string>();
        foreach (var row in AccessRows.All)
        {
            foreach (var (user, expected) in row.Expected)
            {
                using var request = row.Request(review);
                using var answer = await service.As(user).SendAsync(request);
                if ((int)answer.StatusCode != expected)
                {
                    wrong.Add($"{row.Endpoint} as {user ?? "nobody"}: {(int)answer.StatusCode}, not {expected}: {await answer.Content.ReadAsStringAsync()}");
                }
                else if (expected >= 400)
                {
                    await answer.ProblemAsync();
                }
            }
        }

        return wrong;
    }

    /// <summary>Addresses that are served without a row or without an access rule, and rows whose address is not served.</summary>
    public static IReadOnlyList<string> Unruled(WebService service)
    {
        var endpoints = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToArray();

        // Pages have tests of their own; what they have in common with the interface is that each says who may see it.
        var served = endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<PageMark>() is null).SelectMany(NamesOf)
            .Where(address => !address.Contains("/assets/", StringComparison.Ordinal)).ToList();
        var rows = AccessRows.All.Select(row => row.Endpoint).ToList();
        return
        [
            .. served.Except(rows).Select(address => $"{address} has no row"),
            .. rows.Except(served).Select(address => $"{address} is not served"),
            .. rows.GroupBy(row => row).Where(group => group.Count() > 1).Select(group => $"{group.Key} has {group.Count()} rows"),
            .. endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<AccessMark>() is null).SelectMany(NamesOf).Select(address => $"{address} has no access rule"),
        ];
    }

    private static IEnumerable<string> NamesOf(RouteEndpoint endpoint) => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["any"])
        .Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}");
}
