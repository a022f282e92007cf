using System.Net;
using System.Net.Http.Headers;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Scanning;

/// <summary>
/// A scanner that is a service. The file is posted to it as it is, and it answers by its status: 200 or 204, nothing was found; 406 or 422,
/// something was; anything else, it could not tell.
/// </summary>
internal sealed class HttpScanner(ScannerOptions options, HttpClient client) : IDocumentScanner
{
    private const int MostAnswer = 4096;

    public string Title => $"the service at {options.Endpoint!.Host}";

    public async Task<ScanResult> ScanAsync(Stream content, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(options.Timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, options.Endpoint);

            // What is sent is closed with the request; the caller's stream must stay open.
            request.Content = new StreamContent(new KeptOpen(content));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK or HttpStatusCode.NoContent => ScanResult.Clean,
                HttpStatusCode.NotAcceptable or HttpStatusCode.UnprocessableEntity => ScanResult.Found(await BeginningAsync(answer, limit.Token)),
                var status => throw new ScannerUnavailableException($"The scanner answered {(int)status}, which says nothing of the file."),
            };
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new ScannerUnavailableException($"The scanner took longer than {options.Timeout}.");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            throw new ScannerUnavailableException("The scanner cannot be reached.", problem);
        }
    }

    private static async Task<string> BeginningAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        var bytes = new byte[MostAnswer];
        var count = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
        return System.Text.Encoding.UTF8.GetString(bytes, 0, count);
    }

    private sealed class KeptOpen(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => inner.CanSeek;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.ReadAsync(buffer, cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
