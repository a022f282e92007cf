using System.Text;
using System.Text.Json;
using Workflows.Local.Tests.Support;
using Workflows.Process.Definitions;

namespace Workflows.Local.Tests.Serving;

public sealed class DemoTests(DemoTests.Served served) : IClassFixture<DemoTests.Served>
{
    [Fact]
    public async Task Every_role_of_every_definition_is_held_by_somebody_with_a_token()
    {
        var people = (await served.Client.GetAsync("/demo/people")).EnumerateArray().ToArray();
        var held = people.SelectMany(person => person.GetProperty("roles").EnumerateArray()).Select(role => role.GetString()!).ToHashSet();
        Assert.Empty(ProcessCatalogue.Shipped.All.SelectMany(definition => definition.Roles.Keys).Except(held));
        Assert.Contains(people, person => person.GetProperty("partnership").ValueKind == JsonValueKind.Null);
        foreach (var person in people)
        {
            var answer = await served.Client.PostAsync("/demo/token", new { user = person.GetProperty("user").GetString() });
            Assert.Equal(3, answer.GetProperty("token").GetString()!.Split('.').Length);
        }
    }

    [Theory]
    [InlineData("/demo/token", """{"user":"nobody.at.all"}""", 404)]
    [InlineData("/demo/token", "{}", 400)]
    [InlineData("/demo/token", """{"user":7}""", 400)]
    [InlineData("/demo/token", """{"user":null}""", 400)]
    [InlineData("/demo/token", """{"user":"\ud800"}""", 400)]
    [InlineData("/demo/token", "[]", 400)]
    [InlineData("/demo/token", "", 400)]
    [InlineData("/demo/token", "{", 400)]
    [InlineData("/demo/clock", """{"to":"2020-01-01T00:00:00Z"}""", 409)]
    [InlineData("/demo/clock", """{"to":"tomorrow"}""", 400)]
    [InlineData("/demo/clock", """{"to":"2099-01-01T00:00:00Z"}""", 400)]
    [InlineData("/demo/clock", """{"to":"2026-06-01T00:00:00"}""", 400)]
    [InlineData("/demo/clock", """{"by":"P99999Y"}""", 400)]
    [InlineData("/demo/clock", """{"by":"-P1D"}""", 400)]
    [InlineData("/demo/clock", """{"by":"P1D","to":"2027-01-01T00:00:00Z"}""", 400)]
    [InlineData("/demo/clock", """{"by":"P1D","by":"P2D"}""", 400)]
    [InlineData("/demo/clock", """{"at":"P1D"}""", 400)]
    [InlineData("/demo/clock", "{}", 400)]
    public async Task Bad_bodies_are_refused_with_a_problem_and_nothing_moves(string path, string body, int status)
    {
        var before = await served.Client.NowAsync();
        var (answered, problem) = await served.Client.RefusedAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(status, answered);
        Assert.NotEmpty(problem.GetProperty("type").GetString()!);
        Assert.True(await served.Client.NowAsync() - before < TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_form_of_another_site_cannot_move_the_clock()
    {
        var (status, _) = await served.Client.RefusedAsync(
            "/demo/clock", new StringContent("""{"by":"P1D"}""", Encoding.UTF8, "text/plain"));
        Assert.Equal(415, status);
    }

    [Fact]
    public async Task Another_name_that_leads_here_is_not_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/demo/people");
        request.Headers.Host = "rebound.example";
        using var answer = await served.Client.Http.SendAsync(request);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_header_with_an_accented_letter_is_refused_by_name()
    {
        using var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 };
        using var http = new HttpClient(handler) { BaseAddress = served.Client.Http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = await served.Client.TokenAsync("business.manager");
        http.DefaultRequestHeaders.TryAddWithoutValidation("Idempotency-Key", "réessayer");
        using var answer = await http.PostAsync("/api/reviews", new StringContent("{}", Encoding.UTF8, "application/json"));
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("Send one Idempotency-Key", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_body_is_refused()
    {
        var (status, _) = await served.Client.RefusedAsync(
            "/demo/token", new StringContent(new string(' ', 20_000), Encoding.UTF8, "application/json"));
        Assert.Equal(413, status);
    }

    public sealed class Served : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();
        private LocalProgram? _program;
        private DemoClient? _client;

        internal DemoClient Client => _client!;

        public async Task InitializeAsync() =>
            (_program, _client) = await LocalProgram.ServeAsync(_folder.Path, "2026-01-05T09:00:00Z");

        public async Task DisposeAsync()
        {
            _client?.Dispose();
            if (_program is not null)
            {
                await _program.DisposeAsync();
            }

            _folder.Dispose();
        }
    }
}
