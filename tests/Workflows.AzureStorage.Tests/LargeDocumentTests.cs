using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using Workflows.Contracts;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Tests;

/// <summary>Documents larger than one call takes: uploaded beside, then put under their name; nothing stays beside.</summary>
[Collection(AzuriteTests.Name)]
public sealed class LargeDocumentTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private readonly ReviewId _review = ReviewId.New();
    private readonly AzurePlace _place = azurite.NewPlace();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        var left = _place.Clients.Uploads.GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted, null, s_go);
        Assert.Empty(await left.ToListAsync());
        await _place.DisposeAsync();
    }

    [Theory]
    [InlineData(4 * 1024 * 1024)]
    [InlineData((9 * 1024 * 1024) + 17)]
    public async Task A_large_document_comes_back_as_it_was_handed_in_also_a_second_time(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));

        Assert.Equal(new StoredDocument(hash, size), await _place.Documents.StoreAsync(_review, new OneWayStream(bytes), s_go));
        Assert.Equal(new StoredDocument(hash, size), await _place.Documents.StoreAsync(_review, new OneWayStream(bytes), s_go));

        await using var stream = await _place.Documents.OpenAsync(_review, hash, s_go);
        Assert.Equal(hash, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream!)));
    }

    [Fact]
    public async Task The_largest_document_is_taken_and_one_byte_more_is_not()
    {
        var stored = await _place.Documents.StoreAsync(_review, new ZeroStream(IDocumentStore.MaximumBytes), s_go);

        Assert.Equal(IDocumentStore.MaximumBytes, stored.Bytes);
        await Assert.ThrowsAsync<DocumentTooLargeException>(
            () => _place.Documents.StoreAsync(_review, new ZeroStream(IDocumentStore.MaximumBytes + 1), s_go));
    }

    [Fact]
    public async Task A_large_upload_that_breaks_off_leaves_nothing()
    {
        var bytes = RandomNumberGenerator.GetBytes(9 * 1024 * 1024);

        await Assert.ThrowsAsync<IOException>(
            () => _place.Documents.StoreAsync(_review, new OneWayStream(bytes, breaksAt: 8 * 1024 * 1024), s_go));

        Assert.Empty(await _place.Clients.Documents.GetBlobsAsync().ToListAsync());
    }

    [Theory]
    [InlineData(Fault.LostBefore)]
    [InlineData(Fault.CutAfter)]
    [InlineData(Fault.FailedAfter)]
    public async Task Lost_answers_do_not_harm_an_upload(Fault fault)
    {
        _place.Faults.Next(request => request.Method == HttpMethod.Put, fault);
        _place.Faults.Next(request => request.Headers.Contains("x-ms-copy-source"), fault);
        var bytes = RandomNumberGenerator.GetBytes(5 * 1024 * 1024);

        var stored = await _place.Documents.StoreAsync(_review, new OneWayStream(bytes), s_go);

        await using var stream = await _place.Documents.OpenAsync(_review, stored.Sha256, s_go);
        Assert.Equal(stored.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream!)));
    }
}
