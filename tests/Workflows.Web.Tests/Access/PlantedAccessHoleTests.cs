using Workflows.Process.Definitions;
using Workflows.Reviews.Scanning;
using Workflows.Web.Tests.Contract;
using Workflows.Web.Tests.Documents;
using Workflows.Web.Tests.Scanning;
using Workflows.Web.Tests.Service;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Access;

/// <summary>
/// Claim: the tests of access can fail. A hole is planted in each layer (tokens, the door, a policy, who sees a review, roles, lists, the
/// definition, the register, uploads), and what those tests ask names the cell. Each asks the same of the product, and finds nothing.
/// </summary>
public sealed class PlantedAccessHoleTests(HoleCount count) : IClassFixture<HoleCount>
{
    [Theory]
    [InlineData("signature", "signed by another key")]
    [InlineData("issuer", "of another issuer")]
    [InlineData("audience", "for another audience")]
    [InlineData("lifetime", "expired")]
    public async Task A_check_of_tokens_that_is_left_out_is_found(string check, string why)
    {
        await using var sound = await WebService.StartAsync();
        await using var service = await WebService.StartAsync(change: AccessHoles.Token(check));

        Assert.Empty(await BadTokens.TakenAsync(sound));
        count.Found($"token, {check}", why, await BadTokens.TakenAsync(service));
    }

    [Theory]
    [InlineData(nameof(AccessHoles.NoDoor), "GET /api/reviews as nobody")]
    [InlineData(nameof(AccessHoles.NoPolicy), "GET /api/reviews/{id} as other.manager: 400, not 404")]
    [InlineData(nameof(AccessHoles.NoPartnership), "GET /api/reviews/{id}/journal as idle.officer: 200")]
    [InlineData(nameof(AccessHoles.WrongPartnership), "GET /api/reviews/{id}/screening/list as other.manager: 200")]
    public async Task A_hole_in_the_door_is_found_by_the_matrix_of_addresses(string hole, string cell)
    {
        await using var service = await WebService.StartAsync(change: hole switch
        {
            nameof(AccessHoles.NoDoor) => AccessHoles.NoDoor,
            nameof(AccessHoles.NoPolicy) => AccessHoles.NoPolicy,
            nameof(AccessHoles.NoPartnership) => AccessHoles.NoPartnership,
            _ => AccessHoles.WrongPartnership,
        });

        var review = await AccessMatrix.ReviewAsync(service);
        WeakPolicies.Open(service);

        count.Found(hole, cell, await AccessMatrix.DisagreeingAsync(service, review));
    }

    [Fact]
    public async Task An_address_without_a_rule_is_found()
    {
        await using var service = await WebService.StartAsync(also: AccessHoles.NoRule);

        var found = AccessMatrix.Unruled(service);

        count.Found("address without a rule", "GET /api/reviews/{id}/all has no row", found);
        count.Found("address without a rule", "GET /api/reviews/{id}/all has no access rule", found);
    }

    [Fact]
    public async Task An_index_that_forgets_for_whom_it_lists_is_found_by_the_table_of_operations()
    {
        await using var service = await WebService.StartAsync(change: AccessHoles.NoFilter);

        var found = DocumentCells.Disagreeing(DocumentSection.Read("assurance/roles.md", "operations"), await RoleOperations.WriteAsync(service));

        count.Found(nameof(AccessHoles.NoFilter), "find it in lists as business manager elsewhere: ✓, not –", found);
        Assert.All(found, cell => Assert.Contains("find it in lists", cell, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(AccessHoles.WidenedDefinition))]
    [InlineData(nameof(AccessHoles.WrongRole))]
    public async Task A_role_that_may_more_than_the_definition_says_is_found_by_the_table_of_steps(string hole)
    {
        var definition = ProcessCatalogue.Shipped.Find(AccessHoles.WidenedProcess)!;
        var steps = new RoleSteps(definition, hole == nameof(AccessHoles.WidenedDefinition) ? AccessHoles.WidenedDefinition : AccessHoles.WrongRole);
        await steps.FindOutAsync();

        count.Found(hole, $"{AccessHoles.WidenedStep} (task) as agency", StepLaws.Broken(definition, steps));
        count.Found($"{hole}, in the document", $"`{AccessHoles.WidenedStep}` (task) open as agency lead: ✓, not ✗", DocumentCells.Disagreeing(
            DocumentSection.Read("assurance/roles.md", $"steps {definition.Id}"), $"`{definition.Key}`\n\n{steps.Write()}"));
    }

    [Fact]
    public async Task A_register_that_goes_on_showing_what_was_taken_from_it_is_found()
    {
        await using var service = await WebService.StartAsync(change: AccessHoles.NoWithdrawal);
        var address = await service.OpenUntilAsync(review => review.StandsIn("follow-up"));
        var id = Assert.Single(await PublicRegister.ItemsAsync(service)).GetProperty("id").GetString()!;
        await new Walk(service).ToTheEndAsync(address);

        count.Found(nameof(AccessHoles.NoWithdrawal), "GET /publications/{publication}/document: 200", await PublicRegister.LeftAsync(service, id));
    }

    [Fact]
    public async Task A_scanner_that_finds_nothing_is_found_by_the_files_that_are_not_to_be_taken()
    {
        using var script = new ScannerScript();
        await using var sound = await WebService.StartAsync(change: services => services.AddDocumentScanners(new() { Command = script.Path }));
        await using var service = await WebService.StartAsync(change: AccessHoles.BlindScanner);

        Assert.Empty(await BadUploads.TakenAsync(sound, await ReadyAsync(sound)));
        count.Found(nameof(AccessHoles.BlindScanner), "what the scanner finds", await BadUploads.TakenAsync(service, await ReadyAsync(service)));
    }

    private static async Task<string> ReadyAsync(WebService service) =>
        $"{await service.OpenUntilAsync(standing => standing.Offers("rapid-review-report"))}/documents/rapid-review-report";
}
