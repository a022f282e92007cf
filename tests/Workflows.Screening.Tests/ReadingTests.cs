using System.IO.Compression;
using System.Text;

namespace Workflows.Screening.Tests;

/// <summary>What is read of documents, what is told as unread, and what hostile ones come to.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void Text_is_read_in_every_usual_encoding()
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1 })
        {
            Assert.Contains(Screened.Of([.. encoding.GetPreamble(), .. encoding.GetBytes("Staff spoke to Siobhán at noon.")]), finding => finding.Matched == "Siobhán");
        }
    }

    [Fact]
    public void A_bomb_of_nested_zeros_is_told_as_unread() =>
        Assert.Contains(Screened.Read(Package(("word/document.xml", new string(' ', 120_000_000)))).Unread, part => part.Reason == "limit");

    [Fact]
    public void Deep_elements_and_entities_are_told_as_damage()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:p>", 5_000));
        var entity = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]><x>&a;</x>";
        foreach (var xml in new[] { $"<?xml version=\"1.0\"?>{deep.Replace("w:p", "p", StringComparison.Ordinal)}", entity })
        {
            Assert.Contains(Screened.Read(Package(("word/document.xml", xml))).Unread, part => part.Reason == "damaged");
        }
    }

    [Theory]
    [InlineData("%PDF-1.7\nnothing more")]
    [InlineData("PK\u0003\u0004 nothing more")]
    [InlineData("{\\rtf1 text}")]
    [InlineData("\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000e\u000f")]
    public void What_cannot_be_read_is_said_and_never_thrown(string content) =>
        Assert.NotEmpty(Screened.Read(Encoding.Latin1.GetBytes(content)).Unread);

    [Fact]
    public void A_package_cut_off_anywhere_never_throws()
    {
        var whole = Package(("word/document.xml", "<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\"><w:p><w:r><w:t>Jake</w:t></w:r></w:p></w:document>"));
        for (var length = 0; length < whole.Length; length += 7)
        {
            Assert.NotNull(Screened.Of(whole[..length]));
        }
    }

    [Fact]
    public void Authors_and_comments_left_in_a_file_are_told()
    {
        var document = Package(
            ("word/document.xml", "<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\"><w:p><w:del w:author=\"A Person\"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p></w:document>"),
            ("docProps/core.xml", "<?xml version=\"1.0\"?><c xmlns:dc=\"urn:dc\"><dc:creator>Somebody Else</dc:creator></c>"));
        var kinds = Screened.Of(document).Select(finding => finding.Kind).ToArray();
        Assert.Contains(FindingKind.FileAuthor, kinds);
        Assert.Contains(FindingKind.WorkingTraces, kinds);
    }

    [Fact]
    public void A_name_split_by_a_deletion_or_by_hidden_text_is_found()
    {
        var document = Package(("word/document.xml",
            "<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\"><w:p><w:r><w:t>Ja</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>xx</w:t></w:r><w:r><w:t>ke</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>Har</w:t></w:r><w:ins w:id=\"1\"><w:r><w:t>vest</w:t></w:r></w:ins><w:del w:id=\"2\"><w:r><w:delText>ris</w:delText></w:r></w:del></w:p></w:document>"));
        var matched = Screened.Of(document).Where(finding => finding.Kind == FindingKind.Name).Select(finding => finding.Matched).ToArray();
        Assert.Equal(["Jake", "Harris"], matched);
    }

    private static byte[] Package(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }
}
