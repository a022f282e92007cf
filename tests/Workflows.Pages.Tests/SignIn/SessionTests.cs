using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Pages.Tests.Support;
using Workflows.Web.Tests.Support;

namespace Workflows.Pages.Tests.SignIn;

/// <summary>Sessions end: by their time, by signing out, and with the person's place in the directory.</summary>
public sealed class SessionTests
{
    private static readonly DateTimeOffset Start = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData(7.9, true)]
    [InlineData(8.1, false)]
    public async Task A_session_that_rests_ends_after_eight_hours(double hours, bool goesOn)
    {
        var clock = new ManualTimeProvider(Start);
        await using var service = await StartAsync(clock);
        var manager = await service.AsAsync("business-manager");

        clock.MoveTo(Start.AddHours(hours));
        await manager.GoAsync("/today");

        Assert.Equal(goesOn ? "Today" : "Sign in", manager.Heading);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy_it_is()
    {
        var clock = new ManualTimeProvider(Start);
        await using var service = await StartAsync(clock);
        var manager = await service.AsAsync("business-manager");
        for (var hour = 1; hour < 12; hour++)
        {
            clock.MoveTo(Start.AddHours(hour));
            await manager.GoAsync("/today");
            Assert.Equal("Today", manager.Heading);
        }

        clock.MoveTo(Start.AddHours(12));
        await manager.GoAsync("/today");

        Assert.Equal("Sign in", manager.Heading);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_good_for_nothing_once_its_person_signed_out()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        await manager.GoAsync("/today");
        var copy = service.Service.As(user: null);
        copy.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        copy.DefaultRequestHeaders.Add("Cookie", manager.Cookies);
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/today")).StatusCode);

        await manager.SubmitAsync(new PageFields(manager.Page.QuerySelector("footer form")!));

        using var after = await copy.GetAsync("/today");
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.Contains("/sign-in", after.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_cookie_that_was_made_up_signs_nobody_in(string cookie)
    {
        await using var service = await PageService.StartAsync();
        var client = service.Service.As(user: null);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.Add("Cookie", $"workflows-person={cookie}");

        using var answer = await client.GetAsync("/today");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_cookie_of_one_kind_is_none_of_another_and_opens_no_address_for_systems()
    {
        await using var service = await PageService.StartAsync();
        var cookie = service.Service.Cookie("manager");
        var client = service.Service.As(user: null);
        client.DefaultRequestHeaders.Add("Cookie", $"workflows-letter={cookie}; workflows-person={cookie}");

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/reviews")).StatusCode);
        using var letter = await client.GetAsync("/letters/AAAAAAAAAAAAAAAAAAAAAAAAAAA/decision");
        Assert.Equal(HttpStatusCode.Redirect, letter.StatusCode);
    }

    private static Task<PageService> StartAsync(ManualTimeProvider clock) => PageService.StartAsync(services =>
        services.PostConfigure<CookieAuthenticationOptions>("pages", cookie => cookie.TimeProvider = clock));
}
