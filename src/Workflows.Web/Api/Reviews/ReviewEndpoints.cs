using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;

namespace Workflows.Web.Api.Reviews;

/// <summary>Opening, listing and reading reviews.</summary>
internal static class ReviewEndpoints
{
    private const string LinesType = "application/x-ndjson";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/reviews", (HttpContext http, SignedInPerson person, OpeningEndpoint opening) => opening.OpenAsync(http, person))
            .Access(AccessRule.KnownPerson).Accepts<OpeningRequest>("application/json")
            .Produces<ReviewBody>(StatusCodes.Status201Created)
            .WithName("openReview").WithSummary("Open a review").WithTags("Reviews");

        // The parameters are read from the request itself, which also knows those given twice or unknown.
        api.MapGet("/reviews", (
                    string? partnership, string? process, string? stage, string? state, string? overdue, string? cursor, string? limit,
                    HttpContext http, SignedInPerson person, ReviewList list) =>
                list.PageAsync(http, person))
            .Access(AccessRule.KnownPerson).Produces<ReviewPageBody>()
            .WithName("listReviews").WithSummary("A page of the reviews that you may see").WithTags("Reviews");

        var review = api.MapGroup("/reviews/{id}");
        review.MapGet(string.Empty, (string id, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
            {
                new Query(http).End();
                return commanding.StandingAsync(http, seen.File, person);
            })
            .Access(AccessRule.SeesReview).Produces<ReviewBody>()
            .WithName("readReview").WithSummary("A review as it stands").WithTags("Reviews");
        review.MapGet("/journal", JournalAsync)
            .Access(AccessRule.SeesReview).Produces<string>(contentType: LinesType)
            .WithName("readJournal").WithSummary("Every event, one JSON object a line, its words opened; with ?stored=true as it is stored").WithTags("Reviews");
        CommandEndpoints.Map(review);
        Links.LinkEndpoints.Map(review);
        Moves.MoveEndpoints.Map(review);
        Documents.DocumentEndpoints.Map(review);
        Looks.LookEndpoints.Map(review);
        Learning.LearningEndpoints.Map(api, review);
        Learning.QualityEndpoints.Map(review);
        Publications.PublishingEndpoints.Map(review);
        Screening.ScreeningEndpoints.Map(review);
    }

    private static async Task JournalAsync(
        string id, string? stored, HttpContext http, SeenReview seen, IReviewJournal journal, JournalCodec codec)
    {
        var query = new Query(http, "stored");
        var asStored = query.OneOf("stored", "true", "false") == "true";
        query.End();
        var seal = string.Empty;
        var lines = await journal.ReadAsync(seen.File.Id, 0, http.RequestAborted);
        http.Response.ContentType = LinesType;
        foreach (var line in lines)
        {
            var shown = asStored ? line.Utf8 : JournalCodec.Show(
                seen.File.Id, codec.Read(seen.File.Id, line, ref seal, seen.File.Words), seal);
            await http.Response.Body.WriteAsync(shown, http.RequestAborted);
            await http.Response.Body.WriteAsync("\n"u8.ToArray(), http.RequestAborted);
        }
    }
}
