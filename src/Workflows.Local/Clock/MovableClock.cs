namespace Workflows.Local.Clock;

/// <summary>
/// The clock of the local host: real time and an offset, which runs on by itself, can be moved, and never goes back. While it
/// is held it stands still, so that what falls due on the way to another time bears its own instant. Only its reading moves;
/// timers and timestamps stay real.
/// </summary>
/// <param name="real">Real time.</param>
internal sealed class MovableClock(TimeProvider real) : TimeProvider
{
    private readonly Lock _moving = new();
    private TimeSpan _offset;
    private DateTimeOffset? _heldAt;
    private DateTimeOffset _latest;

    /// <summary>How far it stands from real time; negative where it is behind.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (_moving)
            {
                return _offset;
            }
        }
    }

    /// <summary>Whether it stands still, on its way to another time.</summary>
    public bool IsHeld
    {
        get
        {
            lock (_moving)
            {
                return _heldAt is not null;
            }
        }
    }

    /// <summary>How far real time, with its offset, lies before what was read last: it was set back. Zero where it was not.</summary>
    public TimeSpan Behind
    {
        get
        {
            lock (_moving)
            {
                var now = _heldAt ?? real.GetUtcNow() + _offset;
                return now < _latest ? _latest - now : TimeSpan.Zero;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_moving)
        {
            var now = _heldAt ?? real.GetUtcNow() + _offset;

            // Real time can be set back on any machine; entries of a journal are in order all the same.
            return _latest = now > _latest ? now : _latest;
        }
    }

    /// <summary>Sets it, before anybody has looked at it: real time and an offset, but no earlier than an instant.</summary>
    /// <param name="offset">How far from real time.</param>
    /// <param name="notBefore">The earliest instant at which it may stand.</param>
    public void Start(TimeSpan offset, DateTimeOffset notBefore)
    {
        lock (_moving)
        {
            var now = real.GetUtcNow();
            _offset = now + offset < notBefore ? notBefore - now : offset;
        }
    }

    /// <summary>Lets it stand still, now.</summary>
    public void Hold()
    {
        var now = GetUtcNow();
        lock (_moving)
        {
            _heldAt = now;
        }
    }

    /// <summary>Moves it, while it is held, to a later instant; an earlier one changes nothing.</summary>
    /// <param name="instant">The instant.</param>
    public void StepTo(DateTimeOffset instant)
    {
        lock (_moving)
        {
            if (_heldAt is { } at && instant > at)
            {
                _heldAt = instant;
            }
        }
    }

    /// <summary>Lets it run on from where it stands.</summary>
    public void Release()
    {
        lock (_moving)
        {
            if (_heldAt is { } at)
            {
                _offset = at - real.GetUtcNow();
                _heldAt = null;
            }
        }
    }
}
