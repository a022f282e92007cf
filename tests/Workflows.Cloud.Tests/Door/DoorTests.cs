using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Cloud.Tests.Door;

public sealed class DoorTests
{
    [Fact]
    public async Task Method_path_query_and_body_reach_the_application_and_its_answer_comes_back()
    {
        await using var doors = await TwoHosts.StartAsync(app => app.MapPut("/reviews/{id}", async (HttpContext http, string id) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            http.Response.StatusCode = 202;
            http.Response.Headers["X-Seen"] = http.Request.Method;
            await http.Response.WriteAsync($"{id} {http.Request.Query["q"]} {await reader.ReadToEndAsync()}");
        }));

        using var answer = await doors.Client.PutAsync("/reviews/a%20b?q=%C3%A9", new StringContent("words"));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("PUT", answer.Headers.GetValues("X-Seen").Single());
        Assert.Equal("a b é words", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_of_many_megabytes_goes_through_both_ways()
    {
        await using var doors = await TwoHosts.StartAsync(app => app.MapPost("/echo", async (HttpContext http) =>
        {
            var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            body.Position = 0;
            await body.CopyToAsync(http.Response.Body);
        }));
        var bytes = new byte[20_000_000];
        new Random(7).NextBytes(bytes);

        using var answer = await doors.Client.PostAsync("/echo", new ByteArrayContent(bytes));

        var back = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(bytes.AsSpan().SequenceEqual(back));
    }

    [Fact]
    public async Task Redirects_and_cookies_are_those_of_the_application()
    {
        await using var doors = await TwoHosts.StartAsync(app => app.MapGet("/in", (HttpContext http) =>
        {
            http.Response.Cookies.Append("session", "1", new CookieOptions { Secure = true, HttpOnly = true });
            return Results.Redirect("/home");
        }));

        using var answer = await doors.Client.GetAsync("/in");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/home", answer.Headers.Location!.OriginalString);
        Assert.Contains("secure", answer.Headers.GetValues("Set-Cookie").Single());
    }

    [Fact]
    public async Task What_waits_for_the_start_of_an_answer_without_a_body_still_has_its_context()
    {
        await using var doors = await TwoHosts.StartAsync(app => app.MapGet("/in", (HttpContext http) =>
        {
            http.Response.OnStarting(() =>
            {
                http.Response.Headers["X-Path"] = http.Request.Path.Value;
                return Task.CompletedTask;
            });
            return Results.Redirect("/home");
        }));

        using var answer = await doors.Client.GetAsync("/in");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/in", answer.Headers.GetValues("X-Path").Single());
    }

    [Fact]
    public async Task Scheme_and_host_are_those_of_the_public_address_whatever_a_caller_says()
    {
        await using var doors = await TwoHosts.StartAsync(app => app.MapGet("/where", (HttpContext http) =>
            $"{http.Request.Scheme}://{http.Request.Host}"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/where");
        request.Headers.Host = "elsewhere.example";
        request.Headers.Add("X-Forwarded-Host", "elsewhere.example");
        request.Headers.Add("X-Forwarded-Proto", "http");

        using var answer = await doors.Client.SendAsync(request);

        Assert.Equal("https://reviews.example", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_application_is_served_by_its_own_container_and_knows_nobody_whom_the_host_signed_in()
    {
        await using var doors = await TwoHosts.StartAsync(
            app => app.MapGet("/who", (HttpContext http) =>
                $"{http.RequestServices.GetService<TwoHosts.Mark>()?.Name} {http.User.Identity?.Name ?? "nobody"}"),
            services => services.AddSingleton(new TwoHosts.Mark("application")));

        Assert.Equal("application nobody", await doors.Client.GetStringAsync("/who"));
    }

    [Fact]
    public async Task An_exception_of_the_application_is_the_hosts_to_answer()
    {
        await using var doors = await TwoHosts.StartAsync(app => app.MapGet("/fails", string () => throw new InvalidOperationException()));

        using var answer = await doors.Client.GetAsync("/fails");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task Requests_side_by_side_keep_apart()
    {
        await using var doors = await TwoHosts.StartAsync(app => app.MapGet("/n/{n:int}", (int n) => $"{n}"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => doors.Client.GetStringAsync($"/n/{n}")));

        Assert.Equal(Enumerable.Range(0, 200).Select(n => $"{n}"), answers);
    }

    [Fact]
    public async Task A_stopped_application_is_not_run()
    {
        await using var doors = await TwoHosts.StartAsync(app => app.MapGet("/", () => "here"));
        Assert.Equal("here", await doors.Client.GetStringAsync("/"));

        await doors.StopApplicationAsync();

        using var answer = await doors.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }
}
