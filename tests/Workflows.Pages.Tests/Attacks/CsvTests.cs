using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Pages.Tests.Support;
using Workflows.Reviews.Directory;
using Workflows.Web.Tests.Support;

namespace Workflows.Pages.Tests.Attacks;

/// <summary>Formulas in whatever people type, in every table that a spreadsheet opens.</summary>
public sealed class CsvTests
{
    private static readonly string[] Formulas =
    [
        "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1+1)", " =1+1", "\u00A0=1+1", "＝1+1", "－1", "＋1", "＠A1", "=HYPERLINK(\"https://evil.example\",\"x\")", "\"=1+1",
        "a\",\"=1+1", "a\n=1+1",
    ];

    [Fact]
    public async Task No_cell_of_any_table_begins_as_a_formula_does()
    {
        var tables = new List<string>();
        for (var at = 0; at < Formulas.Length; at++)
        {
            var text = Formulas[at];
            await using var pages = await PageService.StartAsync(services => services.AddSingleton(DirectorySource.Of(Named(text))));
            await RecommendAsync(pages.Service, text);
            tables = [.. pages.Service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.Trim('/')}").Where(path => path.EndsWith(".csv", StringComparison.Ordinal)).Distinct()
                .Select(path => path.Replace("{partnership}", "fernshire", StringComparison.Ordinal).Replace("{year:int}", "2026", StringComparison.Ordinal))];
            foreach (var table in tables)
            {
                // National figures are for national people.
                var user = table.Contains("/national/", StringComparison.Ordinal) ? "panel.officer" : "manager";
                using var answer = await pages.Service.WithCookie(user).GetAsync(table);
                Assert.True(answer.IsSuccessStatusCode, $"{table}: {answer.StatusCode}");
                Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
                var cells = Cells((await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF'));
                Assert.NotEmpty(cells);
                Assert.All(cells, cell => Assert.False(IsFormula(cell), $"{table} with {text}: {cell}"));
            }
        }

        Assert.Contains("/reviews.csv", tables);
        Assert.Contains("/recommendations.csv", tables);
        Assert.DoesNotContain(tables, table => table.Contains('{', StringComparison.Ordinal));
    }

    private static bool IsFormula(string cell) => cell.AsSpan().TrimStart() is [var first, ..] && "=+-@＝＋－＠".Contains(first, StringComparison.Ordinal);

    // The name of a partnership is typed by people too.
    private static DirectorySnapshot Named(string text)
    {
        var file = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Support", "directory.yaml"));
        var named = Path.GetTempFileName();
        File.WriteAllText(named, file.Replace(
            "name: Fernshire Partnership (test)", $"name: {JsonSerializer.Serialize(text.Replace("\n", " ", StringComparison.Ordinal))}", StringComparison.Ordinal));
        try
        {
            return DirectorySource.OfFile(named, TimeProvider.System).Current;
        }
        finally
        {
            File.Delete(named);
        }
    }

    private static async Task RecommendAsync(WebService service, string text)
    {
        var opening = new { process = "lcspr", partnership = "fernshire", reference = "-1", facts = new { awareOn = "2026-05-05", harm = "harmed", agencies = new[] { "Health" } } };
        using var opened = await service.As("manager").PostAsJsonAsync("/api/reviews", opening);
        opened.EnsureSuccessStatusCode();
        using var made = await service.As("manager").PostAsJsonAsync($"{opened.Headers.Location}/recommendations", new
        {
            text, agency = text.Replace("\n", " ", StringComparison.Ordinal), role = "agency-lead", post = text.Replace("\n", " ", StringComparison.Ordinal), change = text, evaluation = text, evaluateOn = "2026-12-01",
        });
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
    }

    // As a spreadsheet reads them: quotes around, doubled within.
    private static List<string> Cells(string table)
    {
        using var reader = new CsvHelper.CsvParser(new StringReader(table), CultureInfo.InvariantCulture);
        var cells = new List<string>();
        while (reader.Read())
        {
            cells.AddRange(reader.Record!);
        }

        return cells;
    }
}
