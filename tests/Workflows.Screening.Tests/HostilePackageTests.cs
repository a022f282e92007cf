using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Workflows.Screening.Tests;

/// <summary>Word files made to exhaust the machine, to read its files, or to call elsewhere: what cannot be read is said, and nothing else happens.</summary>
public sealed class HostilePackageTests
{
    [Theory]
    [InlineData("laughs")]
    [InlineData("quadratic")]
    [InlineData("parameter")]
    public void Entities_that_grow_are_not_expanded(string how)
    {
        var laughs = string.Concat(Enumerable.Range(1, 9).Select(at => $"<!ENTITY l{at} \"{string.Concat(Enumerable.Repeat($"&l{at - 1};", 10))}\">"));
        var dtd = how switch
        {
            "laughs" => $"<!ENTITY l0 \"lol\">{laughs}",
            "quadratic" => $"<!ENTITY l9 \"{new string('a', 50_000)}\">",
            _ => "<!ENTITY % p \"<!ENTITY l9 'lol'>\"> %p;",
        };
        var read = Screened.Read(Package(("word/document.xml", $"<?xml version=\"1.0\"?><!DOCTYPE x [{dtd}]><x>{string.Concat(Enumerable.Repeat("&l9;", 1_000))}</x>")));

        Assert.Contains(read.Unread, part => part.Reason == "damaged");
        Assert.DoesNotContain(read.Passages, passage => passage.Text.Contains("lol", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_the_machine_is_not_read_by_an_entity()
    {
        var secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "Jake Michael Harris is the secret");
            foreach (var dtd in new[] { $"[<!ENTITY s SYSTEM \"file://{secret}\">]", $"SYSTEM \"file://{secret}\"", $"[<!ENTITY % s SYSTEM \"file://{secret}\"> %s;]" })
            {
                var read = Screened.Read(Package(("word/document.xml", $"<?xml version=\"1.0\"?><!DOCTYPE x {dtd}><x>&s;</x>")));
                Assert.Contains(read.Unread, part => part.Reason == "damaged");
                Assert.DoesNotContain(read.Passages, passage => passage.Text.Contains("secret", StringComparison.Ordinal));
            }
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void Nothing_is_fetched_for_a_document()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/x";
        Screened.Read(Package(
            ("word/document.xml", $"<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"{address}\"><x>&s;</x>"),
            ("word/footnotes.xml", $"<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY s SYSTEM \"{address}\">]><x>&s;</x>"),
            ("word/styles.xml", $"<?xml version=\"1.0\"?><?xml-stylesheet href=\"{address}\"?><x xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"{address}\"/></x>"),
            ("word/_rels/document.xml.rels", $"<?xml version=\"1.0\"?><Relationships xmlns=\"urn:r\"><Relationship Id=\"r1\" Type=\"attachedTemplate\" Target=\"{address}\" TargetMode=\"External\"/></Relationships>")));

        Assert.False(listener.Pending());
    }

    [Fact]
    public void A_package_of_very_many_parts_and_one_of_packages_within_packages_are_told_as_unread()
    {
        var many = Package([.. Enumerable.Range(0, 5_001).Select(at => ($"word/part{at}.xml", "<x/>"))]);
        Assert.Contains(Screened.Read(many).Unread, part => part.Reason == "limit");

        var nested = Package(("word/document.xml", "<?xml version=\"1.0\"?><x>Jake</x>"));
        for (var depth = 0; depth < 12; depth++)
        {
            nested = Package(("word/document.xml", "<?xml version=\"1.0\"?><x/>"), ("word/embeddings/inner.docx", nested));
        }

        Assert.NotEmpty(Screened.Read(nested).Unread);
    }

    [Theory]
    [InlineData("../../../../owned.xml")]
    [InlineData("/owned.xml")]
    [InlineData("C:\\owned.xml")]
    [InlineData("word/document.xml\0.txt")]
    public void The_name_of_a_part_leads_nowhere(string name)
    {
        var read = Screened.Read(Package(("word/document.xml", "<?xml version=\"1.0\"?><x>Jake</x>"), (name, "<?xml version=\"1.0\"?><x>owned</x>")));

        Assert.NotNull(read);
        Assert.False(File.Exists("/owned.xml"));
    }

    private static byte[] Package(params (string Name, object Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content as byte[] ?? Encoding.UTF8.GetBytes((string)content));
            }
        }

        return stream.ToArray();
    }
}
