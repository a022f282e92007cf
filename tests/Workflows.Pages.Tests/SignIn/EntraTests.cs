using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Workflows.Pages.Tests.Support;
using Workflows.Web.Pages;
using Workflows.Web.Tests.Support;

namespace Workflows.Pages.Tests.SignIn;

public sealed class EntraTests : IAsyncLifetime
{
    private OpenIdServer _server = default!;
    private WebService _service = default!;
    private PageBrowser _browser = default!;

    public static TheoryData<string> Spoilt => ["issuer", "audience", "expired", "other key", "other nonce", "no nonce", "no name"];

    public async Task InitializeAsync()
    {
        _server = await OpenIdServer.StartAsync();
        _service = await WebService.StartAsync(options: usual => usual with
        {
            Pages = new PageOptions
            {
                Entra = new EntraSignIn
                {
                    Instance = new Uri(_server.Address), Tenant = OpenIdServer.Tenant, ClientId = OpenIdServer.ClientId,
                    ClientSecret = OpenIdServer.ClientSecret,
                },
            },
        });
        var inside = ((TestServer)_service.Services.GetRequiredService<IServer>()).CreateHandler();
        _browser = new PageBrowser(new HttpClient(new Fork(inside, new Uri(_server.Address).Port)) { BaseAddress = new Uri("http://localhost/") });
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_signs_in_with_their_organisation_and_comes_to_where_they_were_going()
    {
        await SignInAsync("/reviews");

        Assert.Equal("Reviews", _browser.Heading);
        Assert.Contains("Signed in as Business Manager", _browser.Page.Body!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_token_that_is_not_right_signs_nobody_in(string how)
    {
        _server.Spoil = token => Spoil(token, how);

        await SignInAsync("/reviews");

        Assert.Equal("Sign in", _browser.Heading);
        Assert.Contains("You were not signed in", _browser.Text);
        await _browser.GoAsync("/reviews");
        Assert.Equal("Sign in", _browser.Heading);
    }

    [Fact]
    public async Task A_state_that_was_not_given_out_here_signs_nobody_in()
    {
        _server.SpoilState = state => state[..^4] + "AAAA";

        await SignInAsync("/reviews");

        Assert.Equal("Sign in", _browser.Heading);
    }

    [Fact]
    public async Task A_sign_in_that_another_browser_began_is_not_finished_in_this_one()
    {
        var other = new PageBrowser(_service.As(user: null));
        await other.GoAsync("/sign-in/start?returnTo=%2Freviews");
        var state = System.Web.HttpUtility.ParseQueryString(other.Address.Query)["state"];

        await _browser.GoAsync($"/sign-in/entra?code=made-up&state={Uri.EscapeDataString(state!)}");

        Assert.Equal("Sign in", _browser.Heading);
    }

    [Fact]
    public async Task Somebody_whom_the_directory_does_not_know_is_told_so()
    {
        _server.User = "stranger@elsewhere.example";

        await SignInAsync("/reviews");

        Assert.Equal(HttpStatusCode.Forbidden, _browser.Answer.StatusCode);
        Assert.Contains("the directory of partnerships does not know you", _browser.Text);
    }

    [Theory]
    [InlineData("http://login.example/")]
    [InlineData("ftp://login.example/")]
    public void A_provider_without_https_is_refused(string address) => Assert.Throws<ArgumentException>(() => new EntraSignIn
    {
        Tenant = "t", ClientId = "c", ClientSecret = "s", Instance = new Uri(address),
    });

    private async Task SignInAsync(string place)
    {
        await _browser.GoAsync(place);
        await _browser.FollowAsync("Sign in with your work account");
    }

    private static void Spoil(SecurityTokenDescriptor token, string how)
    {
        switch (how)
        {
            case "issuer":
                token.Issuer += "x";
                break;
            case "audience":
                token.Audience = "somebody else";
                break;
            case "expired":
                (token.NotBefore, token.IssuedAt, token.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-1));
                break;
            case "other key":
                token.SigningCredentials = new SigningCredentials(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "first" }, SecurityAlgorithms.RsaSha256);
                break;
            case "other nonce":
                token.Claims["nonce"] = "of another sign-in";
                break;
            case "no nonce":
                token.Claims.Remove("nonce");
                break;
            default:
                token.Claims.Remove("preferred_username");
                break;
        }
    }

    // The provider is reached over real HTTP, the service as a test reaches it.
    private sealed class Fork(HttpMessageHandler inside, int port) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        private readonly HttpMessageInvoker _inside = new(inside);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.Port == port ? base.SendAsync(request, cancellationToken) : _inside.SendAsync(request, cancellationToken);
    }
}
