using System.Security.Cryptography;
using Workflows.Reviews.Ports;

namespace Workflows.Contracts;

/// <summary>What every document store must do.</summary>
public abstract class DocumentStoreContract : PortContract
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private IDocumentStore Documents => Place.Documents;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000_000)]
    public async Task A_document_comes_back_as_it_was_handed_in(int size)
    {
        var review = ReviewId.New();
        var bytes = Bytes(size);

        var stored = await Documents.StoreAsync(review, new OneWayStream(bytes), s_go);

        Assert.Equal(new StoredDocument(Hash(bytes), size), stored);
        Assert.Equal(bytes, await ReadAsync(review, stored.Sha256));
    }

    [Fact]
    public async Task A_stream_is_read_from_where_it_stands()
    {
        var review = ReviewId.New();
        using var content = new MemoryStream(Bytes(100));
        content.Position = 40;

        var stored = await Documents.StoreAsync(review, content, s_go);

        Assert.Equal(Bytes(100)[40..], await ReadAsync(review, stored.Sha256));
    }

    [Fact]
    public async Task The_same_bytes_again_are_the_same_document()
    {
        var review = ReviewId.New();

        var stored = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Documents.StoreAsync(review, new OneWayStream(Bytes(70_000)), s_go)));

        Assert.Single(stored.Distinct());
        Assert.Equal(Bytes(70_000), await ReadAsync(review, stored[0].Sha256));
    }

    [Fact]
    public async Task A_document_is_found_under_its_own_review_only()
    {
        var stored = await Documents.StoreAsync(ReviewId.New(), new OneWayStream(Bytes(10)), s_go);

        Assert.Null(await Documents.OpenAsync(ReviewId.New(), stored.Sha256, s_go));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../reviews.db")]
    [InlineData(Sample.Hostile)]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public async Task What_was_never_stored_is_not_found(string sha256)
    {
        var review = ReviewId.New();
        await Documents.StoreAsync(review, new OneWayStream(Bytes(10)), s_go);

        Assert.Null(await Documents.OpenAsync(review, sha256, s_go));
    }

    [Fact]
    public async Task A_document_over_the_limit_is_refused_and_not_kept()
    {
        var review = ReviewId.New();
        var size = IDocumentStore.MaximumBytes + 1;

        await Assert.ThrowsAsync<DocumentTooLargeException>(
            () => Documents.StoreAsync(review, new ZeroStream(size), s_go));

        using var hash = SHA256.Create();
        var sha256 = Convert.ToHexStringLower(await hash.ComputeHashAsync(new ZeroStream(size)));
        Assert.Null(await Documents.OpenAsync(review, sha256, s_go));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_keeps_nothing_and_can_be_done_again()
    {
        var review = ReviewId.New();
        var bytes = Bytes(200_000);

        await Assert.ThrowsAsync<IOException>(
            () => Documents.StoreAsync(review, new OneWayStream(bytes, breaksAt: 150_000), s_go));

        Assert.Null(await Documents.OpenAsync(review, Hash(bytes), s_go));
        Assert.Null(await Documents.OpenAsync(review, Hash(bytes[..150_000]), s_go));
        await Documents.StoreAsync(review, new OneWayStream(bytes), s_go);
        Assert.Equal(bytes, await ReadAsync(review, Hash(bytes)));
    }

    [Fact]
    public async Task A_cancelled_upload_keeps_nothing()
    {
        var review = ReviewId.New();
        var bytes = Bytes(200_000);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Documents.StoreAsync(review, new OneWayStream(bytes, onRead: stop.Cancel), stop.Token));

        Assert.Null(await Documents.OpenAsync(review, Hash(bytes), s_go));
    }

    [Fact]
    public async Task A_document_is_there_after_a_restart()
    {
        var review = ReviewId.New();
        var stored = await Documents.StoreAsync(review, new OneWayStream(Bytes(5000)), s_go);

        await Place.ReopenAsync();

        Assert.Equal(Bytes(5000), await ReadAsync(review, stored.Sha256));
    }

    [Fact]
    public async Task Deleting_all_of_a_review_leaves_those_of_others()
    {
        var (review, other) = (ReviewId.New(), ReviewId.New());
        var small = await Documents.StoreAsync(review, new OneWayStream(Bytes(10)), s_go);
        var large = await Documents.StoreAsync(review, new OneWayStream(Bytes(70_000)), s_go);
        await Documents.StoreAsync(other, new OneWayStream(Bytes(10)), s_go);

        await Documents.DeleteAllAsync(review, s_go);
        await Documents.DeleteAllAsync(review, s_go);

        Assert.Null(await Documents.OpenAsync(review, small.Sha256, s_go));
        Assert.Null(await Documents.OpenAsync(review, large.Sha256, s_go));
        Assert.Equal(Bytes(10), await ReadAsync(other, small.Sha256));
        await Documents.StoreAsync(review, new OneWayStream(Bytes(10)), s_go);
        Assert.Equal(Bytes(10), await ReadAsync(review, small.Sha256));
    }

    private static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private async Task<byte[]> ReadAsync(ReviewId review, string sha256)
    {
        await using var stream = await Documents.OpenAsync(review, sha256, s_go);
        Assert.NotNull(stream);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
