using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Workflows.Web.Setup;

/// <summary>
/// Gathers the application's addresses and gives the host the finished ones. The framework makes every address of a group anew each time
/// that a part of it asks, twice in each start; each costs the compiling of its handler.
/// </summary>
internal sealed class RoutesBuiltOnce(WebApplication app) : IEndpointRouteBuilder
{
    private readonly IEndpointRouteBuilder _host = app;

    public IServiceProvider ServiceProvider => _host.ServiceProvider;

    public ICollection<EndpointDataSource> DataSources { get; } = [];

    public IApplicationBuilder CreateApplicationBuilder() => _host.CreateApplicationBuilder();

    /// <summary>Builds what was gathered and puts it into the host.</summary>
    public void Serve() => _host.DataSources.Add(new DefaultEndpointDataSource(DataSources.SelectMany(source => source.Endpoints)));
}
