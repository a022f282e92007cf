using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Learning;
using Workflows.Reviews.Desk;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Reviews;

namespace Workflows.Web.Api.Learning;

/// <summary>Quality markers of a review, and what was asked for and never came.</summary>
internal static class QualityEndpoints
{
    private const string Tag = "Quality";

    public static void Map(RouteGroupBuilder review)
    {
        review.MapGet("/quality", (string id, HttpContext http, SeenReview seen) =>
            {
                new Query(http).End();
                return Of(seen.File);
            })
            .Access(AccessRule.SeesReview).Produces<QualityBody>()
            .WithName("readQuality").WithSummary("Quality markers with their answers, and what good reports have in common").WithTags(Tag);
        review.MapPost("/quality/{marker}", async (string id, string marker, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
            {
                var body = await JsonBody.ReadAsync(http);
                var key = CommandKeys.Of(http, person.User, body.Bytes.Span);
                var done = await commanding.DoAsync(http, seen, MarkerRequest.Read(marker, new JsonFields(body.Root)), person, key);
                return Of(done.File);
            })
            .Access(AccessRule.SeesReview).Accepts<MarkerRequest>("application/json").Produces<QualityBody>()
            .WithName("answerMarker").WithSummary("Answer a quality marker, or set it aside, as the quality assurer").WithTags(Tag);
        review.MapGet("/gaps/statement", (string id, HttpContext http, SeenReview seen) =>
            {
                new Query(http).End();
                return TypedResults.File(
                    Encoding.UTF8.GetBytes(GapStatement.Of(seen.File).Text), "text/plain; charset=utf-8", "statement-of-gaps.txt");
            })
            .Access(AccessRule.SeesReview).Produces<string>(contentType: "text/plain")
            .WithName("readGapStatement").WithSummary("What was asked for and never received, as text for the report").WithTags(Tag);
    }

    private static QualityBody Of(ReviewFile file)
    {
        var markers = QualityMarkers.Current;
        return new QualityBody(
            [.. markers.Of(file.Definition).Select(marker => Marker(marker, markers, file))],
            [.. markers.Indicators.Select(each => new IndicatorBody(each.Id, each.Title, each.Prompts, each.Cite, Words.Of(each.Checked)))]);
    }

    private static MarkerBody Marker(QualityPrompt marker, QualityMarkers markers, ReviewFile file)
    {
        var stages = markers.StagesOf(file.Definition, marker.Id).Select(stage => stage.Id).ToArray();
        var answer = file.State.Learning.Markers.GetValueOrDefault(marker.Id);
        return new MarkerBody
        {
            Id = marker.Id,
            Title = marker.Title,
            Phase = marker.Phase,
            Prompts = marker.Prompts,
            Stages = stages,
            Now = file.State.IsOpen && stages.Contains(file.State.Stage),
            State = answer is null ? "open" : answer.SetAside ? "set-aside" : "answered",
            Text = answer?.Text,
            By = answer?.By.User,
            At = answer?.At,
            Cite = marker.Cite,
            Checked = Words.Of(marker.Checked),
        };
    }
}
