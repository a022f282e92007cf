using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using Workflows.Reviews.Ports;

namespace Workflows.Sqlite.Reading;

/// <summary>
/// Where a page ended: what the list is ordered by, of its last row. To those who carry it, it is a word without meaning.
/// </summary>
/// <param name="Place">Ticks or day of the last row.</param>
/// <param name="Id">Identifier of the last row.</param>
internal readonly record struct Cursor(long Place, byte[] Id)
{
    /// <summary>List of reviews.</summary>
    public const byte Reviews = 1;

    /// <summary>List of publications.</summary>
    public const byte Publications = 2;

    private const int MostCharacters = 1000;

    /// <summary>The identifier as text.</summary>
    public string Text => Encoding.UTF8.GetString(Id);

    /// <summary>The identifier as a row's number.</summary>
    public long Number => BinaryPrimitives.ReadInt64BigEndian(Id);

    /// <summary>A place after a row with a text for an identifier.</summary>
    public static Cursor After(long place, string id) => new(place, Encoding.UTF8.GetBytes(id));

    /// <summary>A place after a row with a number for an identifier.</summary>
    public static Cursor After(long place, long number)
    {
        var id = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(id, number);
        return new Cursor(place, id);
    }

    /// <summary>Writes it down.</summary>
    public string Write(byte list)
    {
        var bytes = new byte[9 + Id.Length];
        bytes[0] = list;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), Place);
        Id.CopyTo(bytes, 9);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads it again.</summary>
    /// <exception cref="InvalidCursorException">No page of that list wrote it.</exception>
    public static Cursor Read(string text, byte list)
    {
        if (text.Length is 0 or > MostCharacters || !Base64Url.IsValid(text))
        {
            throw new InvalidCursorException();
        }

        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length < 10 || bytes[0] != list || (list == Reviews && bytes.Length != 9 + sizeof(long)))
        {
            throw new InvalidCursorException();
        }

        return new Cursor(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(1)), bytes[9..]);
    }
}
