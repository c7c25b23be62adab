using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Ballast.Faults;

namespace Ballast.Sdmx.Formats.Csv;

/// <summary>The bytes on their way to the CSV parser: looked into once, so that text that is not UTF-8 and NUL characters are found where they stand, at the price of a vectorised pass.</summary>
internal sealed class CsvInput(Stream inner, string? file, FaultList faults, Action<long>? progress, CancellationToken cancellation) : Stream
{
    private readonly byte[] _head = new byte[64];
    private readonly byte[] _carry = new byte[4];
    private int _headAt;
    private int _headLength;
    private int _carryLength;
    private long _bytesRead;
    private int _line = 1;
    private int _column = 1;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The first bytes, without taking them.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        while (_headLength < _head.Length && inner.Read(_head, _headLength, _head.Length - _headLength) is var read and > 0)
        {
            _headLength += read;
        }

        return _head.AsSpan(0, _headLength);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        int read;
        if (_headAt < _headLength)
        {
            read = Math.Min(buffer.Length, _headLength - _headAt);
            _head.AsSpan(_headAt, read).CopyTo(buffer);
            _headAt += read;
        }
        else
        {
            read = buffer.Length == 0 ? 0 : inner.Read(buffer);
        }

        _bytesRead += read;
        progress?.Invoke(_bytesRead);
        Inspect(buffer[..read], isEnd: read == 0 && buffer.Length > 0);
        return read;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Inspect(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        // A character cut in two by the end of the last piece is put together first.
        while (_carryLength > 0 && !(bytes.IsEmpty && !isEnd))
        {
            if (bytes.IsEmpty)
            {
                AddNotUtf8(_carry[0]);
                _carryLength = 0;
                return;
            }

            _carry[_carryLength++] = bytes[0];
            OperationStatus status = Rune.DecodeFromUtf8(_carry.AsSpan(0, _carryLength), out _, out _);
            if (status == OperationStatus.InvalidData)
            {
                AddNotUtf8(_carry[0]);
                _carryLength = 0;   // the byte just added is looked at again as a beginning
                break;
            }

            bytes = bytes[1..];
            if (status == OperationStatus.Done)
            {
                _carryLength = 0;
                _column++;
            }
        }

        int tail = CutTail(bytes);
        bytes[^tail..].CopyTo(_carry);
        _carryLength = tail;
        bytes = bytes[..^tail];

        // The whole piece is good nearly always; only else is it gone through line by line.
        if (Utf8.IsValid(bytes) && !bytes.Contains((byte)0))
        {
            Pass(bytes);
            return;
        }

        while (!bytes.IsEmpty)
        {
            int end = bytes.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? bytes : bytes[..(end + 1)];
            InspectLine(line);
            bytes = bytes[line.Length..];
        }
    }

    private void InspectLine(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> rest = line;
        int column = _column;
        while (Rune.DecodeFromUtf8(rest, out Rune rune, out int length) == OperationStatus.Done)
        {
            if (rune.Value == 0)
            {
                faults.Add(SdmxFaults.CsvNul, new Place(file, _line, column));
                Pass(line);
                return;
            }

            column += rune.Utf16SequenceLength;
            rest = rest[length..];
        }

        if (!rest.IsEmpty)
        {
            faults.Add(SdmxFaults.NotUtf8, new Place(file, _line, column), FormattableString.Invariant($"0x{rest[0]:X2}"));
        }

        Pass(line);
    }

    private void AddNotUtf8(byte found) => faults.Add(SdmxFaults.NotUtf8, new Place(file, _line, _column), FormattableString.Invariant($"0x{found:X2}"));

    private void Pass(ReadOnlySpan<byte> bytes)
    {
        int last = bytes.LastIndexOf((byte)'\n');
        if (last >= 0)
        {
            _line += bytes[..(last + 1)].Count((byte)'\n');
            _column = 1;
        }

        _column += Encoding.UTF8.GetCharCount(bytes[(last + 1)..]);
    }

    /// <summary>How many bytes at the end are the beginning of a character that goes on in the next piece.</summary>
    private static int CutTail(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            byte b = bytes[^back];
            if ((b & 0xC0) == 0x80)
            {
                continue;
            }

            int needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1;
            return needed > back && Rune.DecodeFromUtf8(bytes[^back..], out _, out _) == OperationStatus.NeedMoreData ? back : 0;
        }

        return 0;
    }
}
