using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Workflows.Process.Decisions;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Screening;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Reviews;

namespace Workflows.Web.Api.Screening;

/// <summary>Brings the case's list and answers to findings from HTTP to the desk; answers with how the screen then stands.</summary>
internal sealed class ScreeningCommanding(CaseLists lists, Commanding commanding, ScreeningViews views, AuditKey audit)
{
    private readonly byte[] _key = audit.Derive("fingerprints of case lists");

    /// <summary>Gives the list.</summary>
    public async Task<ScreeningBody> GiveListAsync(HttpContext http, SignedInPerson person, SeenReview seen)
    {
        var body = await JsonBody.ReadAsync(http);

        // The journal keeps what a command asked as a hash: of names it is a keyed one, or they could be guessed and tried.
        var key = CommandKeys.HashOf(http, person.User) is { } hash
            ? new CommandKey(hash, CommandKeys.Fingerprint(http, Convert.ToHexStringLower(HMACSHA256.HashData(_key, body.Bytes.Span)))) : null;
        var entries = CaseListInput.Read(body.Root);
        var done = Commanding.DoneOr(await lists.GiveAsync(
            seen.File, entries, person.CallerIn(seen.File.State.Partnership), key, Preconditions.Expected(http, seen.File.State), http.RequestAborted));
        http.Response.GetTypedHeaders().ETag = Preconditions.TagOf(done.File.State.Sequence);
        return await views.OfAsync(done.File, http.RequestAborted);
    }

    /// <summary>Answers findings in a document.</summary>
    public async Task<ScreeningBody> AnswerAsync(HttpContext http, SignedInPerson person, SeenReview seen, string document)
    {
        var body = await JsonBody.ReadAsync(http);
        var fields = new JsonFields(body.Root);
        var keep = fields.OneOf("answer", DecideScreening.Keep, DecideScreening.Remove) == DecideScreening.Keep;
        var command = new AnswerFindings(document, fields.Texts("findings", RecordScreening.MostFindings), keep, fields.Text("reason"));
        fields.End();
        var done = await commanding.DoAsync(http, seen, command, person, CommandKeys.Of(http, person.User, body.Bytes.Span));
        http.Response.GetTypedHeaders().ETag = Preconditions.TagOf(done.File.State.Sequence);
        return await views.OfAsync(done.File, http.RequestAborted);
    }
}
