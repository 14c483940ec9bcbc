using System.Text;
using Releve.Core.Documents;
using Releve.TestKit;

namespace Releve.Core.Tests.Documents;

/// <summary>What a camera writes beside a picture goes; the picture and its way up stay.</summary>
public sealed class CleanPictureTests
{
    private const string Place = "GPS 48.4439 N 1.4894 E, iPhone de Claire";

    [Fact]
    public void Of_a_jpeg_stay_the_picture_and_its_way_up()
    {
        var jpeg = Jpeg(orientation: 6);
        FileKinds.Read(jpeg).ContentType.ShouldBe(FileKinds.Jpeg);

        var clean = CleanPicture.Of(jpeg, FileKinds.Jpeg);

        FileKinds.Read(clean).ContentType.ShouldBe(FileKinds.Jpeg);
        Text(clean).ShouldNotContain("GPS");
        Text(clean).ShouldNotContain("Claire");
        Text(clean).ShouldNotContain("behind the end");
        Text(clean).ShouldContain("JFIF");
        clean.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]).ShouldBeGreaterThan(0);
        // The scan with its stuffed and restart bytes, bit by bit.
        clean.AsSpan().IndexOf(Scan).ShouldBeGreaterThan(0);
        CleanPicture.Of(clean, FileKinds.Jpeg).ShouldBe(clean);
    }

    [Theory, InlineData(1), InlineData(0), InlineData(99)]
    public void A_jpeg_the_right_way_up_keeps_no_exif_at_all(byte orientation) =>
        Text(CleanPicture.Of(Jpeg(orientation), FileKinds.Jpeg)).ShouldNotContain("Exif");

    [Fact]
    public void An_exif_that_leads_out_of_itself_is_left_out()
    {
        var jpeg = Jpeg(orientation: 6);
        var tiff = jpeg.AsSpan().IndexOf("II*\0"u8);
        (jpeg[tiff + 4], jpeg[tiff + 5], jpeg[tiff + 6], jpeg[tiff + 7]) = (0xFF, 0xFF, 0xFF, 0xFF);

        Text(CleanPicture.Of(jpeg, FileKinds.Jpeg)).ShouldNotContain("Exif");
    }

    [Fact]
    public void Of_a_png_stays_what_draws_it()
    {
        var png = SampleFiles.Png();
        byte[] noted =
        [
            .. png[..33],
            .. SampleFiles.Chunk("tEXt", Encoding.Latin1.GetBytes(Place)),
            .. SampleFiles.Chunk("eXIf", Encoding.Latin1.GetBytes(Place)),
            .. png[33..],
        ];
        FileKinds.Read(noted).ContentType.ShouldBe(FileKinds.Png);

        CleanPicture.Of(noted, FileKinds.Png).ShouldBe(png);
    }

    [Fact]
    public void Any_cut_of_a_picture_gives_an_answer()
    {
        var jpeg = Jpeg(orientation: 6);
        for (var length = 3; length < jpeg.Length; length++)
        {
            Text(CleanPicture.Of(jpeg[..length], FileKinds.Jpeg)).ShouldNotContain("Claire");
        }
    }

    private static ReadOnlySpan<byte> Scan => [1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4, 5];

    private static byte[] Jpeg(byte orientation)
    {
        byte[] tiff = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. Encoding.Latin1.GetBytes(Place)];
        return
        [
            0xFF,
            0xD8,
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
            .. Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]),
            .. Segment(0xE1, Encoding.Latin1.GetBytes("http://ns.adobe.com/xap/1.0/\0" + Place)),
            .. Segment(0xFE, Encoding.Latin1.GetBytes(Place)),
            .. Segment(0xC2, [8, 0, 2, 0, 2, 1, 1, 0x11, 0]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            .. Scan,
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            .. Scan,
            0xFF,
            0xD9,
            .. "behind the end"u8,
            0xFF,
            0xD9,
        ];
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
