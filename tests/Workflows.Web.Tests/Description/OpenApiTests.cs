using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Web.Tests.Contract;
using Workflows.Web.Tests.Support;
using Workflows.Web.Pages;

namespace Workflows.Web.Tests.Description;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_description_names_exactly_what_is_served()
    {
        await using var service = await WebService.StartAsync();
        var document = await service.ReadAsync("/openapi/v1.json");
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Where(operation => operation.Value.ValueKind == JsonValueKind.Object)
            .Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));

        var served = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageMark>() is null)
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"))
            .Where(address => !address.Contains("/openapi/") && !address.Contains("/assets/") && !address.Contains("/.well-known/"));

        Assert.Equal(served.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_has_a_name_answers_bodies_and_problems()
    {
        await using var service = await WebService.StartAsync();
        var document = await service.ReadAsync("/openapi/v1.json");
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var responses = operation.Value.GetProperty("responses");
                Assert.NotEmpty(operation.Value.GetProperty("operationId").GetString()!);
                Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
                Assert.True(responses.GetProperty("default").GetProperty("content").TryGetProperty("application/problem+json", out _));
                Assert.All(
                    responses.EnumerateObject().Where(response => response.Name[0] == '2'),
                    response => Assert.NotEmpty(response.Value.GetProperty("content").EnumerateObject()));
                Assert.Contains(responses.EnumerateObject(), response => response.Name[0] == '2');
                if (operation.Name is "post" or "put")
                {
                    Assert.NotEmpty(operation.Value.GetProperty("requestBody").GetProperty("content").EnumerateObject());
                    Assert.Contains(
                        operation.Value.GetProperty("parameters").EnumerateArray(),
                        parameter => parameter.GetProperty("name").GetString() == "Idempotency-Key");
                }
            }
        }
    }

    [Fact]
    public async Task Every_described_value_has_a_type()
    {
        await using var service = await WebService.StartAsync();
        var schemas = (await service.ReadAsync("/openapi/v1.json")).GetProperty("components").GetProperty("schemas");
        var untyped = schemas.EnumerateObject().Where(schema => schema.Value.TryGetProperty("properties", out _))
            .SelectMany(schema => schema.Value.GetProperty("properties").EnumerateObject()
                .Where(member => !member.Value.TryGetProperty("type", out _) && !member.Value.TryGetProperty("$ref", out _)
                    && !member.Value.TryGetProperty("oneOf", out _))
                .Select(member => $"{schema.Name}.{member.Name}"));

        Assert.Empty(untyped);
    }

    [Fact]
    public async Task All_that_a_whole_walk_is_answered_fits_the_description()
    {
        await using var service = await WebService.StartAsync();
        var document = await service.ReadAsync("/openapi/v1.json");
        var walk = new Walk(service);
        var opened = await walk.Client.OpenAsync("business-manager", "lcspr", "fernshire", "FS 1");
        await walk.ToTheEndAsync($"/api/reviews/{opened.GetProperty("id").GetString()}");
        foreach (var address in new[] { "/api/reviews", "/api/processes", "/api/publications", "/healthz" })
        {
            await walk.Client.GetAsync("business-manager", address);
        }

        var schemas = new Schemas(document);
        var problems = walk.Client.Answers
            .SelectMany(answer => schemas.Compare(answer.Method, answer.Path, (int)answer.Status, answer.Body)).Distinct().ToArray();

        Assert.True(problems.Length == 0, string.Join('\n', problems.Take(20)));
        Assert.True(schemas.Compared > 1000, "Hardly anything was compared.");
    }
}
