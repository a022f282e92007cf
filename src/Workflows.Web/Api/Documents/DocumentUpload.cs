using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Process.Decisions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Scanning;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Problems;
using Workflows.Web.Api.Reviews;

namespace Workflows.Web.Api.Documents;

/// <summary>Takes a version of a document: looked at and streamed to the store, then recorded.</summary>
internal sealed class DocumentUpload(DocumentIntake intake, ReviewContexts contexts, Commanding commanding)
{
    private static readonly string NoHash = new('0', 64);

    public async Task<IResult> StoreAsync(HttpContext http, SignedInPerson person, SeenReview seen, string kind)
    {
        if (http.Request.ContentLength > IDocumentStore.MaximumBytes)
        {
            throw new ProblemException(Problem.DocumentTooLarge);
        }

        var (file, stop) = (seen.File, http.RequestAborted);
        var keyHash = CommandKeys.HashOf(http, person.User);
        var command = new StoreDocument(
            kind, file.State.Items.GetValueOrDefault(kind)?.HeldElsewhere?.Sha256 ?? NoHash, Bytes: 1, UploadName.TypeOf(http.Request), UploadName.NameOf(http.Request, kind));
        var repeated = keyHash is not null && file.State.Commands.ContainsKey(keyHash);
        if (!repeated)
        {
            RefuseEarly(http, seen, command, person);
        }

        // What came before under the same key is in the store already, or is refused: its bytes need only be compared.
        var stored = repeated
            ? await HashAsync(http.Request.Body, stop)
            : await intake.TakeAsync(
                file.Id, kind, person.User,
                await UploadContent.DocumentAsync(http.Request.Body, stop) ?? throw new ProblemException(UploadContent.NoDocument),
                stop);
        if (stored.Bytes == 0)
        {
            throw new ProblemException(Problem.Invalid("body", "The document is empty."));
        }

        command = command with { Sha256 = stored.Sha256, Bytes = stored.Bytes };
        var key = keyHash is null
            ? null : new CommandKey(keyHash, CommandKeys.Fingerprint(http, $"{stored.Sha256}\n{command.FileName}"));
        return Answer(http, await commanding.DoAsync(http, seen, command, person, key), kind);
    }

    // What would be refused whatever the bytes are is refused before they are taken.
    private void RefuseEarly(HttpContext http, SeenReview seen, StoreDocument command, SignedInPerson person)
    {
        var (file, partnership) = (seen.File, seen.File.State.Partnership);
        Preconditions.ThrowIfStale(http, file.State);
        var verdict = Decide.On(file.State, command, person.CallerIn(partnership), contexts.For(file.Definition, partnership));
        if (verdict is Verdict.Refused refused)
        {
            throw new ProblemException(Problem.Of(refused.Refusal));
        }
    }

    private static JsonHttpResult<StoredDocumentBody> Answer(HttpContext http, CommandAnswer.Done done, string kind)
    {
        var version = done.Produced ?? throw new InvalidOperationException("A stored document has no version.");
        http.Response.GetTypedHeaders().ETag = Preconditions.TagOf(done.File.State.Sequence);
        http.Response.Headers.Location = $"/api/reviews/{done.File.Id}/documents/{kind}?version={version}";
        var sha256 = done.File.State.Items[kind].Versions[version - 1].Sha256;
        return TypedResults.Json(new StoredDocumentBody(version, sha256), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<StoredDocument> HashAsync(Stream content, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[64 * 1024];
        for (var bytes = 0L; ;)
        {
            var count = await content.ReadAsync(piece, stop);
            if (count == 0)
            {
                return new StoredDocument(Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
            }

            bytes += count;
            if (bytes > IDocumentStore.MaximumBytes)
            {
                throw new DocumentTooLargeException();
            }

            hash.AppendData(piece, 0, count);
        }
    }
}

/// <summary>A version of a document that was taken.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
internal sealed record StoredDocumentBody(int Version, string Sha256);
